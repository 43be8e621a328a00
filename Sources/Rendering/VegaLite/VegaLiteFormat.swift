import JSONText
package import Querying

/// A chart of the answer as a Vega-Lite 5 specification (vega.github.io/vega-lite) with its data in it.
package struct VegaLiteFormat: Format {
  package init() {}

  /// The contracts of the answers that have a chart.
  static let schemas = Set(VegaLiteChart.all.map(\.schema))

  package func write(_ document: Document, to output: (String) throws -> Void) rethrows {
    let schema = document.json["schema"]?.string
    let chart = VegaLiteChart.all.first { $0.schema == schema }
    let head = JSON.object([
      "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
      "title": .string(document.feedTitle), "width": 720,
      "data": .object(["values": .array((chart?.values(document.json) ?? []).map(Self.plain))]),
    ])
    let spec = JSON.object((head.members ?? []) + (chart?.drawing.members ?? []))
    try output(SafeText.json(spec) + "\n")
  }

  /// A row with one-line texts.
  private static func plain(_ row: JSON) -> JSON {
    .object(
      (row.members ?? []).map { member in
        .init(member.key, member.value.string.map { .string(SafeText.line($0)) } ?? member.value)
      })
  }
}

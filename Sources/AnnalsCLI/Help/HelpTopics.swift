import EventCoding
import EventModel
import Projections
import Querying

/// What `annals help TOPIC` tells beside the commands.
enum HelpTopics {
  static let names = [
    "queries", "dates", "formats", "types", "metrics", "views", "reader", "cluster",
    "environment", "exit-codes",
  ]

  /// The page of a topic; nil where there is none of that name.
  static func page(_ name: String) -> String? {
    switch name {
    case "types": types
    case "metrics": metrics
    case "views": views
    case "formats": file(name).map { $0.replacing("(matrix)\n", with: FormatMatrix.text) }
    default: file(name)
    }
  }

  private static func file(_ name: String) -> String? {
    BundledFiles.file("Help/\(name).txt").map { String(decoding: $0, as: UTF8.self) }
  }

  private static var types: String {
    let types = EventTypes.bundled
    return "Types of events, a dictionary of your own can add one:\n\n"
      + list(types.all.map { ($0.rawValue, types.meaning(of: $0) ?? "") })
  }

  private static var metrics: String {
    let metrics = CodingDictionary.bundled.metricNames
    let kinds = Dictionary(grouping: metrics, by: \.kind).sorted { $0.key < $1.key }
    return "What amounts measure, by the kind of amount:\n\n"
      + kinds.map { kind, metrics in
        "\(kind)\n" + metrics.map { "  \($0.name)\n" }.joined()
      }.joined(separator: "\n")
  }

  private static var views: String {
    """
    What annals sql asks of: views that hold what is believed now. Columns are only added.
    Ids have 32 hexadecimal digits, days are ISO dates, moments RFC 3339.

      annals sql "SELECT type, count(*) FROM events GROUP BY type ORDER BY 2 DESC" -O csv


    """
      + ViewSchema.views.map { view in
        "\(view.name): \(view.meaning)\n" + list(view.columns.map { ($0.name, $0.meaning) })
      }.joined(separator: "\n")
  }

  private static func list(_ rows: [(name: String, meaning: String)]) -> String {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { name, meaning in
      "  \(name)\(String(repeating: " ", count: width - name.count))  \(meaning)\n"
    }.joined()
  }
}

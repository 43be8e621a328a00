import EventModel
import JSONText
package import Querying

/// The JSON of TimelineJS3 (timeline.knightlab.com): a slide for each event that is dated, grouped by type.
/// Its texts are HTML there, so that what feeds say is escaped.
package struct TimelineJSFormat: Format {
  package init() {}

  package func write(_ document: Document, to output: (String) throws -> Void) rethrows {
    let slides = document.entries.compactMap { entry in
      entry.date.flatMap { TimelineJSFormat.slide(entry, $0) }
    }
    let timeline = JSON.object([
      "title": .object([
        "text": .object(["headline": .string(TimelineJSFormat.html(document.feedTitle))])
      ]),
      "events": .array(slides), "scale": "human",
    ])
    try output(SafeText.json(timeline) + "\n")
  }

  private static func slide(_ entry: Entry, _ date: PartialDate) -> JSON? {
    guard let first = date.first ?? date.last else { return nil }
    let links = entry.addresses.map { address in
      let written = html(SafeText.address(address))
      return "<a href=\"\(written)\" rel=\"noopener nofollow\">\(html(address))</a>"
    }
    let paragraphs = entry.facts.map(html) + links
    let parts = shownParts(of: date.precision)
    let last = parts.count == 3 && date.last != first ? date.last : nil
    return .object([
      "unique_id": .string(entry.id), "start_date": self.date(first, parts),
      "end_date": last.map { self.date($0, parts) }, "display_date": .string(html(date.text)),
      "group": .string(html(entry.kind)),
      "text": .object([
        "headline": .string(html(entry.title)),
        "text": .string(paragraphs.map { "<p>\($0)</p>" }.joined()),
      ]),
    ])
  }

  /// A year and a month are dates of their own there; other spans have a first and a last day.
  private static func shownParts(of precision: DatePrecision) -> [String] {
    switch precision {
    case .year: ["year"]
    case .month: ["year", "month"]
    default: ["year", "month", "day"]
    }
  }

  private static func date(_ day: CivilDay, _ parts: [String]) -> JSON {
    let (year, month, number) = day.components
    let values = ["year": year, "month": month, "day": number]
    return .object(parts.map { JSON.Member($0, .number(Int64(values[$0]!))) })
  }

  private static func html(_ text: String) -> String {
    SafeText.line(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
      .replacing("'", with: "&#39;")
  }
}

import EventModel
import JSONText
import Querying

/// An event, or a forecast on the day it is due, as calendars, feeds and timelines of other programs
/// take one.
struct Entry {
  /// 32 hexadecimal digits, always the same.
  let id: String
  let title: String
  /// When it happened, or is due.
  let date: PartialDate?
  /// The event's type, or `forecast`.
  let kind: String
  /// What stands behind it, in sentences.
  let facts: [String]
  /// Who says so.
  let sources: [String]
  /// Where they say so, in addresses of the web.
  let addresses: [String]
  let certainty: Certainty
  /// When the log learned of it, and when what is told of it last changed: RFC 3339.
  let recorded: String
  let updated: String

  enum Certainty { case said, rumoured, denied }

  /// The contracts whose rows are entries.
  static let schemas: Set = [
    "annals.events/1", "annals.event/1", "annals.story/1", "annals.forecasts/1", "annals.due/1",
    "annals.ledgerEntry/1",
  ]

  /// Nil for what has no id or was never recorded.
  init?(_ row: JSON) {
    guard let id = row["id"]?.string, let recorded = row["recorded"]?.string else { return nil }
    self.id = id
    self.recorded = recorded
    updated = row["updated"]?.string ?? recorded
    title = SafeText.line(row["title"]?.string ?? "")
    func words(_ key: String) -> String? { row[key]?.string.map(SafeText.line) }
    if let type = row["type"]?.string {
      let mentions = row["mentions"]?.elements ?? []
      let isDenied = row["polarity"] == "denied"
      let isRumoured = row["stance"] == "rumoured"
      kind = type
      date = row["date"]?.string.flatMap { try? PartialDate(edtf: $0) }
      certainty = isDenied ? .denied : isRumoured ? .rumoured : .said
      sources = Entry.distinct(mentions.compactMap { $0["source"]?.string.map(SafeText.line) })
      addresses = Entry.distinct(mentions.compactMap { $0["url"]?.string }.filter(Entry.isOfWeb))
      facts = [
        [row["date"]?.string, type, Column.stance(row).plain].compactMap(\.self)
          .joined(separator: " · "),
        words("attribution").map { "says \($0)" },
        sources.isEmpty ? nil : "told by \(sources.joined(separator: ", "))",
      ].compactMap(\.self)
    } else {
      kind = "forecast"
      date = row["due"]?.string.flatMap { try? PartialDate(edtf: $0) }
      certainty = .rumoured
      sources = [words("forecaster")].compactMap(\.self)
      addresses = [row["source"]?.string].compactMap(\.self).filter(Entry.isOfWeb)
      facts = [
        words("standing").map { "forecast, \($0)" }, words("forecaster").map { "made by \($0)" },
        row["probability"]?.double.map { "chance \(Cell.share($0).shown)" }, words("rule"),
        words("source"),
      ].compactMap(\.self)
    }
  }

  private static func isOfWeb(_ address: String) -> Bool { AddressParts(address).isOfWeb }

  private static func distinct(_ texts: [String]) -> [String] {
    texts.enumerated().filter { place, text in !texts[..<place].contains(text) }.map(\.element)
  }

  /// `urn:uuid:` (RFC 9562) with the digits of an id.
  static func urn(_ id: String) -> String {
    let digits = Array(id)
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<digits.count].map { String(digits[$0]) }
    return "urn:uuid:" + parts.joined(separator: "-")
  }
}

extension Document {
  /// The entries among its rows, in their order.
  var entries: [Entry] { lines.compactMap(Entry.init) }

  /// When the newest of them changed, else the day for which was asked.
  func updated(_ entries: [Entry]) -> String {
    let moments = entries.compactMap { entry in Instant(entry.updated).map { ($0, entry.updated) } }
    return moments.max { $0.0 < $1.0 }?.1 ?? "\(json["asOf"]?.string ?? "1970-01-01")T00:00:00Z"
  }

  /// What a feed or a calendar of it is called.
  var feedTitle: String { "annals: \(SafeText.line(subject?.title ?? title ?? ""))" }

  /// The id of a feed of it.
  var feedURN: String { Entry.urn(subject?.id ?? String(repeating: "0", count: 32)) }
}

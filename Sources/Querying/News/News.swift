import EventModel
import JSONText
import Projections

/// What is new since a place of the log.
struct News {
  static let schema = "annals.news/1"

  /// What is seen now.
  let position: Int64
  let place: Int64
  /// When the reader stood there; nil the first time.
  let since: Instant?
  let asOf: CivilDay
  let log: LogNews
  let feeds: [Attention.Feed]
  /// Alerts that were begun since and may not have arrived.
  let undelivered: Int
  /// Items that no event was made of.
  let uncoded: Int
  let rows: [NewsRow]
  /// Whether nothing was asked for but what is new.
  let isWhole: Bool

  /// The most telling events, as many as the limit, together with those of their type; then what became
  /// of others.
  private func chosen(_ limit: Int?) -> [NewsRow] {
    let ranked = rows.sorted { left, right in
      let (a, b) = (place(of: left.kind), place(of: right.kind))
      return a == b ? left.weight > right.weight : a < b
    }
    let chosen = ranked.prefix(limit ?? .max)
    var groups: [(name: String, rows: [NewsRow])] = []
    for row in chosen {
      let name = "\(place(of: row.kind)) \(row.label)"
      if let index = groups.firstIndex(where: { $0.name == name }) {
        groups[index].rows.append(row)
      } else {
        groups.append((name, [row]))
      }
    }
    return groups.flatMap(\.rows)
  }

  /// What is confirmed is news like what was not known.
  private func place(of kind: NewsRow.Kind) -> Int {
    kind == .confirmed ? 0 : NewsRow.Kind.allCases.firstIndex(of: kind)!
  }

  /// - Parameter query: what was asked for, as it was typed.
  func document(limit: Int?, query: [String]) -> Document {
    let shown = chosen(limit)
    let table = shown.map(\.json)
    let rest = rows.count - shown.count
    var ends: [String] = []
    if rest > 0 {
      let words = ["annals new"] + query.map(\.inShell) + ["--since @\(place) -n \(rows.count)"]
      ends.append("… \(rest) more: \(words.joined(separator: " "))")
    }
    if isWhole, undelivered > 0 {
      ends.append(
        "\(Numerals.counted(undelivered, "alert")) may not have arrived: annals watch --pending")
    }
    if isWhole, uncoded > 0 {
      ends.append("\(Numerals.counted(uncoded, "item")) without an event: annals items --new")
    }
    return Document(
      title: title,
      parts: [
        .table(Table(NewsRow.columnsForPrograms, table, for: .programs)),
        .table(Table(NewsRow.columns, table, for: .people)),
      ] + ends.map { .paragraph($0) },
      json: .object(
        [.init("schema", .string(News.schema))] + counts + [.init("rows", .array(table))]))
  }

  private var counts: [JSON.Member] {
    let failing = feeds.filter(\.isFailing).map(\.title)
    return JSON.object([
      "head": .number(position), "asOf": .string(asOf.description),
      "place": .number(place), "since": since.map { .string($0.description) } ?? .null,
      "feeds": .number(Int64(feeds.count)), "failing": .strings(failing),
      "items": .number(Int64(log.items)), "revisions": .number(Int64(log.revisions)),
      "events": .number(Int64(log.reported)), "mentions": .number(Int64(log.mentions)),
      "uncoded": .number(Int64(uncoded)), "undelivered": .number(Int64(undelivered)),
    ]).members ?? []
  }

  /// `yesterday 08:10 → now · 10 feeds (1 failing: OpenAI Research) · 60 items · 14 events`.
  private var title: String {
    var parts: [String] = []
    if !feeds.isEmpty {
      let failing = feeds.filter(\.isFailing).map(\.title)
      let names = failing.prefix(3).joined(separator: ", ") + (failing.count > 3 ? " …" : "")
      parts.append(
        Numerals.counted(feeds.count, "feed")
          + (failing.isEmpty ? "" : " (\(failing.count) failing: \(names))"))
    }
    if log.items > 0 { parts.append(Numerals.counted(log.items, "item")) }
    if log.revisions > 0 { parts.append(Numerals.counted(log.revisions, "revision")) }
    if log.reported > 0 { parts.append(Numerals.counted(log.reported, "event")) }
    if rows.isEmpty && log.items + log.revisions + log.reported == 0 { parts.append("nothing new") }
    return ([span] + parts).joined(separator: " · ")
  }

  private var span: String {
    guard let since else { return "the beginning → now" }
    let clock = since.description.dropFirst(11).prefix(5)
    let day =
      switch asOf.number - since.day.number {
      case 0: "today"
      case 1: "yesterday"
      default: since.day.description
      }
    return "\(day) \(clock) → now"
  }
}

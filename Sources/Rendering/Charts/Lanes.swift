import EventModel
import JSONText
import Querying

/// Events in lanes by actor or by type, and the time that is shown of them.
struct Lanes {
  let key: LaneKey
  let asOf: CivilDay
  let first: CivilDay
  let last: CivilDay
  let lanes: [(name: String, events: [LaneEvent])]
  /// Events that are dated after the day asked for or not at all, and those outside the time shown.
  private let undrawn: Int
  private let outside: Int

  /// Nil where there is no dated event.
  init?(_ document: Document) {
    guard let asOf = document.json["asOf"]?.string.flatMap({ CivilDay($0) }) else { return nil }
    let rows = document.rows
    let dated = rows.compactMap { LaneEvent($0, asOf: asOf) }.sorted {
      ($0.first, $0.id) < ($1.first, $1.id)
    }
    let ends = (document.json["period"]?.elements ?? []).map { $0.string.flatMap { CivilDay($0) } }
    let last = ends.last.flatMap(\.self).map { min($0, asOf) } ?? asOf
    guard let first = ends.first.flatMap(\.self) ?? Lanes.beginning(of: dated, last) else {
      return nil
    }
    let shown = dated.filter { $0.last >= first && $0.first <= last }
    guard !shown.isEmpty else { return nil }
    (self.asOf, self.first, self.last) = (asOf, first, max(first, last))
    key = document.lanes ?? .actor
    lanes = Lanes.lanes(of: shown, by: key)
    undrawn = rows.count - dated.count
    outside = dated.count - shown.count
  }

  /// The first day, or where the early days are few and long ago, the year in which the rest begins.
  private static func beginning(of events: [LaneEvent], _ end: CivilDay) -> CivilDay? {
    guard let first = events.first?.first else { return nil }
    let most = events[events.count / 20].first
    guard end.number - first.number > 2 * (end.number - most.number) else { return first }
    return CivilDay(year: most.year, month: 1, day: 1)
  }

  /// The eight with the most events, and one for all others. Each event stands in one lane: its type's,
  /// or that of the first of its actors that has one.
  private static func lanes(
    of events: [LaneEvent], by key: LaneKey
  ) -> [(name: String, events: [LaneEvent])] {
    func names(_ event: LaneEvent) -> [String] { key == .type ? [event.type] : event.actors }
    let counts = Dictionary(
      events.compactMap { names($0).first.map { ($0, 1) } }, uniquingKeysWith: +)
    let leading = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let named = leading.count <= 9 ? leading : Array(leading.prefix(8))
    let known = Set(named)
    var byName = Dictionary(grouping: events) { event in
      names(event).first(where: known.contains) ?? ""
    }
    let rest = byName.removeValue(forKey: "")
    let others = key == .type ? "other types" : named.isEmpty ? "events" : "others"
    return named.compactMap { name in byName[name].map { (name, $0) } }
      + (rest.map { [(others, $0)] } ?? [])
  }

  var count: Int { lanes.map(\.events.count).reduce(0, +) }

  /// What they show.
  var sentence: String {
    let most = lanes.max { $0.events.count < $1.events.count }
    let left = [
      outside > 0 ? "\(Numerals.counted(outside, "event")) outside these days" : nil,
      undrawn > 0 ? "\(undrawn) dated later or not at all" : nil,
    ].compactMap(\.self)
    return "\(Numerals.counted(count, "event")) from \(first) to \(last)"
      + " in \(Numerals.counted(lanes.count, "lane")) by \(key.rawValue)"
      + (most.map { ", most of them (\($0.events.count)) in “\($0.name)”" } ?? "")
      + (left.isEmpty ? "." : "; not drawn: \(left.joined(separator: ", ")).")
  }
}

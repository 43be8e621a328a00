import EventLog
package import EventModel
import Foundation
import GRDB

/// What the log has learned after a position, as far as a snapshot sees.
package struct LogNews: Sendable {
  /// Records by kind, counted as a fetch counts what it appends.
  package private(set) var items = 0
  package private(set) var revisions = 0
  package private(set) var reported = 0
  package private(set) var mentions = 0
  /// The events that were founded, by the positions of their records; some may count no longer.
  package private(set) var founded: [Int64] = []
  /// The records of reports that were told before or after, and of which something was said.
  package private(set) var accounts: [RecordID] = []
  package private(set) var links: [EventLink] = []
  /// The forecasts that were resolved or annulled, and those of which that was undone.
  package private(set) var verdicts: [RecordID] = []

  fileprivate init() {}

  fileprivate mutating func note(_ record: Record, _ undone: (RecordID) throws -> [Change]) throws {
    switch ChangeKind(rawValue: record.type.name) {
    case .itemObserved: return items += 1
    case .itemRevised: return revisions += 1
    default: break
    }
    let change = record.change
    accounts += change.accountsNamed
    switch change {
    case .eventReported:
      reported += 1
      mentions += 1
      founded.append(record.position)
    case .eventMentioned: mentions += 1
    case .eventsLinked(let link): links.append(link)
    case .forecastResolved(let resolution): verdicts.append(resolution.of)
    case .forecastAnnulled(let annulment): verdicts.append(annulment.of)
    case .actUndone(let undoing):
      accounts += try undone(undoing.of).flatMap(\.accountsNamed)
    default: break
    }
  }
}

extension Snapshot {
  package func news(after place: Int64) throws -> LogNews {
    var news = LogNews()
    try forEachRecord(after: place) { try news.note($0, changes(of:)) }
    return news
  }

  /// What an act said.
  private func changes(of act: RecordID) throws -> [Change] {
    try Int64.fetchAll(
      database, sql: "SELECT position FROM act WHERE act = ?", arguments: [Data(act.bytes)]
    ).compactMap { try log.record(at: $0)?.change }
  }

  /// Those of some events, by the positions of their founding records, that fit a query.
  package func events(
    _ numbers: [Int64], matching filter: ReportFilter, except exclusions: [ReportFilter]
  ) throws -> Set<Int64> {
    var condition = listedEvent
    try narrow(&condition, "event.event", to: filter, except: exclusions)
    condition.and(
      "event.event IN (SELECT value FROM json_each(?))",
      ["[\(numbers.map(String.init).joined(separator: ","))]"])
    return Set(
      try Int64.fetchAll(
        database, sql: "SELECT event FROM event WHERE \(condition.sql)",
        arguments: condition.arguments))
  }

  /// The last position before anything was told that no event book tells: what comes after it is the
  /// store's own news.
  package func endOfBooks() throws -> Int64 {
    let first = try Int64.fetchOne(
      database,
      sql: """
        SELECT min(
          coalesce((SELECT min(item) FROM item), :end),
          coalesce((SELECT min(since) FROM source WHERE name NOT LIKE 'book:%'), :end))
        """, arguments: ["end": position + 1])
    return min(position, (first ?? 1) - 1)
  }
}

public import EventModel
import Foundation
import GRDB
import JSONText

/// A report as the `report` table holds it.
public struct ReportRow: Equatable, Sendable {
  /// The record that reported or mentioned the event.
  public let report: RecordID
  public internal(set) var event: RecordID
  public internal(set) var told: Report
  /// Where in the log this account begins to hold.
  public internal(set) var since: Int64 = 0

  init(report: RecordID, event: RecordID, told: Report) {
    self.report = report
    self.event = event
    self.told = told
  }

  init(_ row: Row) throws {
    let (report, event): (Data, Data) = (row["report"], row["event"])
    self.report = RecordID(prefixOf: report)
    self.event = RecordID(prefixOf: event)
    let data: String = row["data"]
    guard case .eventReported(let told) = try Change(kind: .eventReported, data: .parse(data))
    else { preconditionFailure("a report's data is that of an event reported") }
    self.told = told
    self.since = row["since"]
  }

  /// Begins to hold at a position.
  func insert(at position: Int64, in database: Database) throws {
    let (event, mention) = (told.event, told.mention)
    let date = event.date ?? mention.published
    try database.cachedStatement(
      sql: """
        INSERT INTO report(report, event, since, type, first, last, stance, polarity, language, item,
          source, published, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      Data(report.bytes), Data(self.event.bytes), position, event.type.rawValue,
      date?.first?.number, date?.last?.number, event.stance.rawValue,
      event.polarity.rawValue, mention.language, mention.item.map { Data($0.bytes) },
      mention.source, mention.published?.last?.number, Change.eventReported(told).data.text,
    ])
    let row = database.lastInsertedRowID
    for actor in event.actors {
      try database.cachedStatement(
        sql: "INSERT OR IGNORE INTO report_actor(actor, row, role) VALUES (?, ?, ?)"
      ).execute(arguments: [actor.name, row, actor.role])
    }
  }
}

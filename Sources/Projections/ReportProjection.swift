public import EventModel
import Foundation
public import GRDB
import JSONText

/// What sources report: one row for each report of an event, as it is believed from a position on.
///
/// An event is the set of reports that bear its id; the report that founded it speaks for it.
public enum ReportProjection: Projection {
  public static let name = "reports"
  public static let version = 1
  public static let tables = ["report", "report_actor"]

  public static let schema = """
    CREATE TABLE report(
      row INTEGER PRIMARY KEY, report BLOB NOT NULL, event BLOB NOT NULL, since INTEGER NOT NULL,
      until INTEGER, type TEXT NOT NULL, first INTEGER, last INTEGER, stance TEXT NOT NULL,
      polarity TEXT NOT NULL, language TEXT, item BLOB, source TEXT NOT NULL,
      published INTEGER, data TEXT NOT NULL) STRICT;
    CREATE INDEX report_report ON report(report);
    CREATE INDEX report_event ON report(event);
    CREATE INDEX report_first ON report(first);
    CREATE INDEX report_published ON report(published);
    CREATE INDEX report_item ON report(item) WHERE item IS NOT NULL;
    CREATE TABLE report_actor(
      actor TEXT NOT NULL, row INTEGER NOT NULL, role TEXT,
      PRIMARY KEY(actor, row)) STRICT, WITHOUT ROWID;
    """

  public static func apply(_ record: Record, to database: Database) throws {
    switch record.change {
    case .eventReported(let report):
      let row = ReportRow(report: record.id, event: record.id, told: report)
      try row.insert(at: record.position, in: database)
    case .eventMentioned(let mention):
      let event = try event(of: mention.of, in: database)
      let row = ReportRow(report: record.id, event: event, told: mention.report)
      try row.insert(at: record.position, in: database)
    case .eventAmended(let amendment):
      try replace(where: "report", amendment.of, at: record.position, in: database) { row in
        row.told = Report(
          event: amendment.event, mention: amendment.mention ?? row.told.mention)
      }
    case .eventRetracted(let retraction):
      try replace(where: "report", retraction.of, at: record.position, in: database, with: nil)
    case .eventsMerged(let merge):
      let event = try event(of: merge.into, in: database)
      try replace(where: "event", merge.other, at: record.position, in: database) { row in
        row.event = event
      }
    case .eventSplit(let split):
      try replace(where: "report", split.mention, at: record.position, in: database) { row in
        row.event = row.report
      }
    default: break
    }
  }

  /// The event that a record's report belongs to by now; merges may have moved it.
  private static func event(of id: RecordID, in database: Database) throws -> RecordID {
    let event = try Data.fetchOne(
      database.cachedStatement(
        sql: "SELECT event FROM report WHERE report = ? ORDER BY row DESC LIMIT 1"),
      arguments: [Data(id.bytes)])
    guard let event else { throw ProjectionFault(reason: "there is no report \(id)") }
    return RecordID(prefixOf: event)
  }

  /// Ends the rows that hold now, and begins changed copies of them.
  private static func replace(
    where column: String, _ id: RecordID, at position: Int64, in database: Database,
    with change: ((inout ReportRow) -> Void)?
  ) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM report WHERE \(column) = ? AND until IS NULL ORDER BY row",
      arguments: [Data(id.bytes)])
    guard !rows.isEmpty else { throw ProjectionFault(reason: "there is no report \(id)") }
    for row in rows {
      let number: Int64 = row["row"]
      try database.execute(
        sql: "UPDATE report SET until = ? WHERE row = ?", arguments: [position, number])
      guard let change else { continue }
      var copy = try ReportRow(row)
      change(&copy)
      try copy.insert(at: position, in: database)
    }
  }
}

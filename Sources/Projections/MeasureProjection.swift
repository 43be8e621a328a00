public import EventModel
import Foundation
public import GRDB

/// The amounts that sources claim of companies: one row a claim, with metric, period and stance.
public enum MeasureProjection: Projection {
  public static let name = "measures"
  public static let version = 1
  public static let tables = ["measure"]

  public static let schema = """
    CREATE TABLE measure(
      row INTEGER PRIMARY KEY, report BLOB NOT NULL, place INTEGER NOT NULL,
      since INTEGER NOT NULL, until INTEGER, actor TEXT NOT NULL, metric TEXT NOT NULL,
      number REAL NOT NULL, unit TEXT NOT NULL, first INTEGER, last INTEGER) STRICT;
    CREATE INDEX measure_report ON measure(report);
    CREATE INDEX measure_metric ON measure(metric, actor);
    """

  public static func apply(_ record: Record, to database: Database) throws {
    switch record.change {
    case .eventReported(let report):
      try insert(report.event, of: record.id, at: record.position, in: database)
    case .eventMentioned(let mention):
      try insert(mention.report.event, of: record.id, at: record.position, in: database)
    case .eventAmended(let amendment):
      try end(amendment.of, at: record.position, in: database)
      try insert(amendment.event, of: amendment.of, at: record.position, in: database)
    case .eventRetracted(let retraction):
      try end(retraction.of, at: record.position, in: database)
    default: break
    }
  }

  private static func end(_ report: RecordID, at position: Int64, in database: Database) throws {
    try database.execute(
      sql: "UPDATE measure SET until = ? WHERE report = ? AND until IS NULL",
      arguments: [position, Data(report.bytes)])
  }

  private static func insert(
    _ event: Event, of report: RecordID, at position: Int64, in database: Database
  ) throws {
    guard let actor = event.measured else { return }
    for (place, amount) in event.amounts.enumerated() {
      guard let metric = amount.metric else { continue }
      let period = amount.period ?? event.date
      try database.cachedStatement(
        sql: """
          INSERT INTO measure(report, place, since, actor, metric, number, unit, first, last)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        Data(report.bytes), place, position, actor.name, metric, amount.value.double, amount.unit,
        period?.first?.number, period?.last?.number,
      ])
    }
  }
}

extension Event {
  /// The actor whose amounts these are: the one that the event is about, not who pays or speaks.
  public var measured: Actor? {
    let about: Set = [
      "company", "subject", "recipient", "target", "builder", "developer", "vendor", "affected",
    ]
    return actors.first { $0.role.map(about.contains) ?? false } ?? actors.first
  }
}

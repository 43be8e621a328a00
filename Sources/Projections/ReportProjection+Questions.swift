public import EventLog
public import EventModel
import Foundation
import GRDB

extension ReportProjection {
  /// A report as it is believed now; nil when there is none or it was retracted.
  public static func current(_ report: RecordID, in transaction: Transaction) throws -> ReportRow? {
    try Row.fetchOne(
      transaction.database, sql: "SELECT * FROM report WHERE report = ? AND until IS NULL",
      arguments: [Data(report.bytes)]
    ).map(ReportRow.init)
  }

  /// The reports that sources published on a day, as they are believed now, in the order of the log.
  public static func current(on day: CivilDay, in transaction: Transaction) throws -> [ReportRow] {
    let statement = try transaction.database.cachedStatement(
      sql: "SELECT * FROM report WHERE published = ? AND until IS NULL ORDER BY row")
    return try Row.fetchAll(statement, arguments: [day.number]).map(ReportRow.init)
  }

  /// The reports that an item makes, as they are believed now, in the order of the log.
  public static func current(of item: RecordID, in transaction: Transaction) throws -> [ReportRow] {
    let statement = try transaction.database.cachedStatement(
      sql: "SELECT * FROM report WHERE item = ? AND until IS NULL ORDER BY report.since, row")
    return try Row.fetchAll(statement, arguments: [Data(item.bytes)]).map(ReportRow.init)
  }

  /// The reports that claim a metric of an actor now, in the order of the log.
  public static func current(
    measuring metric: String, of actor: String, in transaction: Transaction
  ) throws -> [ReportRow] {
    try Row.fetchAll(
      transaction.database,
      sql: """
        SELECT * FROM report WHERE until IS NULL AND report IN
        (SELECT report FROM measure WHERE metric = ? AND actor = ? AND until IS NULL) ORDER BY row
        """, arguments: [metric, actor]
    ).map(ReportRow.init)
  }
}

extension Snapshot {
  /// All reports of these events: each event's founding report first, then the others in the order
  /// of the log.
  public func reports(of events: [RecordID]) throws -> [[ReportRow]] {
    let statement = try database.makeStatement(
      sql: "SELECT * FROM report WHERE event = :event AND \(holds("report")) ORDER BY row")
    return try events.map { event in
      let rows = try Row.fetchAll(
        statement, arguments: ["event": Data(event.bytes), "position": position])
      let reports = try rows.map(ReportRow.init)
      return reports.filter { $0.report == event } + reports.filter { $0.report != event }
    }
  }

  /// Events and reports of events whose id starts with these hexadecimal digits.
  public func events(named prefix: String) throws -> [RecordID] {
    let ids = try Data.fetchAll(
      database,
      sql: """
        SELECT DISTINCT event FROM report
        WHERE substr(hex(event), 1, length(:prefix)) = upper(:prefix) AND \(holds("report"))
        """, arguments: ["prefix": prefix, "position": position])
    return ids.map { RecordID(prefixOf: $0) }
  }

  public func reportCounts() throws -> (events: Int, reports: Int) {
    let row = try Row.fetchOne(
      database, sql: "SELECT count(DISTINCT event), count(*) FROM report WHERE \(holds("report"))",
      arguments: ["position": position])!
    return (row[0], row[1])
  }

  /// The earliest and the latest day on which anything is dated.
  public func reportSpan() throws -> (oldest: CivilDay, newest: CivilDay)? {
    let row = try Row.fetchOne(
      database, sql: "SELECT min(first), max(last) FROM report WHERE \(holds("report"))",
      arguments: ["position": position])
    guard let row, let first: Int = row[0], let last: Int = row[1] else { return nil }
    return (CivilDay(number: first), CivilDay(number: last))
  }

  /// The names of all actors, most reported first.
  public func actorNames() throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT actor FROM report_actor GROUP BY actor ORDER BY count(*) DESC, actor")
  }

  /// Whether any event of a type was ever reported.
  public func hasEvents(of type: EventType) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM report WHERE type = ?)",
      arguments: [type.rawValue]) ?? false
  }

  /// The records that reported these events or changed what is believed of them, oldest first.
  public func history(of reports: [RecordID]) throws -> [Record] {
    let marks = reports.map { _ in "?" }.joined(separator: ", ")
    var arguments = StatementArguments(reports.map { Data($0.bytes) })
    arguments += [position]
    let positions = try Int64.fetchAll(
      database,
      sql: """
        SELECT DISTINCT p FROM (SELECT since AS p, report FROM report UNION
        SELECT until, report FROM report WHERE until IS NOT NULL)
        WHERE report IN (\(marks)) AND p <= ? ORDER BY p
        """, arguments: arguments)
    return try positions.compactMap { try log.record(at: $0) }
  }
}

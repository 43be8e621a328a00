import EventLog
package import EventModel
import GRDB

/// Until when each source is known to have told what there was to tell. A later statement about a
/// source ends the earlier one, and may take days back.
enum CoverageProjection: Projection {
  static let name = "coverage"
  static let version = 1
  static let tables = ["coverage"]

  static let schema = """
    CREATE TABLE coverage(
      row INTEGER PRIMARY KEY, source TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER) STRICT;
    CREATE INDEX coverage_source ON coverage(source);
    """

  static func apply(_ change: Change, of record: Record, by writer: TableWriter) throws {
    guard case .coverageStated(let stated) = change else { return }
    let key = [SQLValue.text(stated.source)]
    try coverage.end(key, at: record.position, by: writer)
    try coverage.begin(key, at: record.position, by: writer)
  }

  private static let coverage = BitemporalTable("coverage", key: ["source"])
}

extension Snapshot {
  /// The record that says until when a source has told all; nil when none does.
  package func coverage(of source: String) throws -> Record? {
    let held = held("coverage")
    return try Int64.fetchOne(
      database, sql: "SELECT since FROM coverage WHERE source = ? AND \(held.sql)",
      arguments: [source] + held.arguments
    ).flatMap { try log.record(at: $0) }
  }

  /// The same store as it was known at the end of a day.
  package func recorded(by day: CivilDay) throws -> Snapshot {
    let end = Instant(milliseconds: Instant(day.advanced(by: 1)).milliseconds - 1)
    return try at(log.position(asOf: end))
  }

  /// The sources that would tell of events like these: those of which two reports fit that were
  /// published in these days. Feeds by the name under which coverage is stated of them, books as
  /// `book:NAME`.
  package func sources(
    telling filter: ReportFilter, except exclusions: [ReportFilter], from first: CivilDay,
    to last: CivilDay
  ) throws -> [String] {
    var condition = liveAccount
    condition.and("account.published_day BETWEEN ? AND ?", [first.number, last.number])
    try narrow(&condition, "account.event", to: filter, except: exclusions)
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT source.name, max(account.item) FROM account JOIN source USING(source)
        WHERE \(condition.sql) GROUP BY account.source HAVING count(*) >= 2 ORDER BY source.name
        """, arguments: condition.arguments)
    return try rows.map { row in
      guard let item: Int64 = row[1],
        case .itemObserved(let observation) = try log.record(at: item)?.change
      else { return row[0] }
      return observation.feedAlias
    }
  }
}

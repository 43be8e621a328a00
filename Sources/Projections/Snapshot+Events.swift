public import EventModel
import Foundation
import GRDB

/// In which order events are told.
public enum EventOrder: Sendable {
  /// By the day they happened, the earliest first.
  case occurred
  /// By when the log learned of them, the newest first.
  case recorded
  /// By how well they fit the words that are searched for, the best first.
  case relevance
}

extension Snapshot {
  /// The events that fit a filter, do not fit another, and overlap the days given; each with all its
  /// reports.
  public func events(
    matching filter: ReportFilter, except exclusions: [ReportFilter] = [], from first: CivilDay?,
    to last: CivilDay?, order: EventOrder, limit: Int?
  ) throws -> [[ReportRow]] {
    let (condition, values) = filter.condition(at: position)
    var sql = """
      SELECT event, coalesce((SELECT founding.first FROM report AS founding
        WHERE founding.report = report.event AND founding.since <= \(position)
        AND (founding.until IS NULL OR founding.until > \(position))), min(first)) AS day,
      min(since) AS since FROM report
      WHERE since <= ? AND (until IS NULL OR until > ?) AND \(condition)
      """
    var arguments: StatementArguments = [position, position]
    arguments += values
    if let first {
      sql += " AND last >= ?"
      arguments += [first.number]
    }
    if let last {
      sql += " AND first <= ?"
      arguments += [last.number]
    }
    for exclusion in exclusions {
      let (condition, values) = exclusion.condition(at: position)
      sql += """
         AND event NOT IN (SELECT event FROM report
        WHERE since <= ? AND (until IS NULL OR until > ?) AND \(condition))
        """
      arguments += [position, position]
      arguments += values
    }
    sql += " GROUP BY event ORDER BY "
    switch order {
    case .occurred: sql += "day, since"
    case .recorded: sql += "since DESC"
    case .relevance where filter.words.isEmpty: sql += "since DESC"
    case .relevance:
      sql += """
        min(coalesce((SELECT min(f.rank) FROM search_text AS t JOIN search_fts AS f
        ON f.rowid = t.row WHERE t.report = report.report AND f.search_fts MATCH ?), 0)), day DESC
        """
      arguments += [SearchProjection.expression(filter.words)]
    }
    if let limit {
      sql += " LIMIT ?"
      arguments += [limit]
    }
    let events = try Data.fetchAll(database, sql: sql, arguments: arguments)
    return try reports(of: events.map { RecordID(prefixOf: $0) })
  }
}

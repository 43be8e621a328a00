package import EventModel
import GRDB

/// What a source has told.
package struct SourceTally: Equatable, Sendable {
  package let name: String
  package let reports: Int
  package let events: Int
  /// Events that it told first of all that the log knows.
  package let first: Int
  /// Rumours that it told, and how many of them others have said or denied since.
  package let rumours: Int
  package let confirmed: Int
  package let denied: Int
  /// The days of its first and its last report.
  package let oldest: CivilDay?
  package let newest: CivilDay?
}

extension Snapshot {
  /// The sources that have told of events, those with the most reports first.
  package func sources() throws -> [SourceTally] {
    let other = held("other")
    func said(_ condition: String) -> String {
      """
      sum(account.stance = 'rumoured' AND EXISTS (SELECT 1 FROM account AS other
        WHERE other.event = account.event AND \(condition) AND other.retracted = 0
        AND \(other.sql)))
      """
    }
    return try Row.fetchAll(
      database,
      sql: """
        SELECT source.name, count(*), count(DISTINCT account.event),
          sum(account.account = account.event), sum(account.stance = 'rumoured'),
          \(said("other.stance <> 'rumoured' AND other.polarity = 'asserted'")),
          \(said("other.polarity = 'denied'")),
          min(account.published_day), max(account.published_day)
        FROM account JOIN source USING(source) WHERE \(liveAccount.sql)
        GROUP BY account.source ORDER BY 2 DESC, 1
        """, arguments: other.arguments + other.arguments + liveAccount.arguments
    ).map { row in
      SourceTally(
        name: row[0], reports: row[1], events: row[2], first: row[3], rumours: row[4],
        confirmed: row[5], denied: row[6], oldest: (row[7] as Int?).map(CivilDay.init(number:)),
        newest: (row[8] as Int?).map(CivilDay.init(number:)))
    }
  }

  /// The sources of which it is said until when they have told all.
  package func coveredSources() throws -> [String] {
    let held = held("coverage")
    return try String.fetchAll(
      database, sql: "SELECT source FROM coverage WHERE \(held.sql) ORDER BY source",
      arguments: held.arguments)
  }

  /// The day of the last report that fits; nil without one.
  package func lastReport(
    matching filter: ReportFilter, except exclusions: [ReportFilter]
  ) throws -> CivilDay? {
    var condition = liveAccount
    try narrow(&condition, "account.event", to: filter, except: exclusions)
    return try Int.fetchOne(
      database, sql: "SELECT max(published_day) FROM account WHERE \(condition.sql)",
      arguments: condition.arguments
    ).map(CivilDay.init(number:))
  }
}

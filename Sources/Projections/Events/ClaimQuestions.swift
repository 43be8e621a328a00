import EventLog
package import EventModel
import GRDB

/// One source's claim of an amount.
package struct Claim: Equatable, Sendable {
  package let actor: String
  package let metric: String
  package let amount: Amount
  /// The time that the amount is about.
  package let period: PartialDate?
  /// The account that claims it.
  package let account: Account
  /// The id of the event that the account belongs to.
  package let event: RecordID
}

extension Event {
  /// The actor whose amounts these are: the one that the event is about, not who pays or speaks; of an
  /// appeal who makes it, not whom it is made to.
  package var measured: Actor? {
    let about: Set = [
      "company", "subject", "recipient", "target", "builder", "developer", "vendor", "affected",
    ]
    let able = type == .advocacy ? actors.filter { $0.role != "target" } : actors
    return able.first { $0.role.map(about.contains) ?? false } ?? able.first
  }

  /// Its amounts of a metric, each with its place, as far as they are somebody's.
  var measuredAmounts: [(place: Int, metric: String, amount: Amount)] {
    guard amounts.contains(where: { $0.metric != nil }), measured != nil else { return [] }
    return amounts.enumerated().compactMap { place, amount in
      amount.metric.map { (place, $0, amount) }
    }
  }
}

extension Snapshot {
  /// The claims of a metric: of some actors or of all, about periods inside the days given, of at
  /// least some amount. In the order of the actors given, then of the periods; with a least amount,
  /// the largest first.
  package func claims(
    of metric: String, by actors: [String], from first: CivilDay?, to last: CivilDay?,
    atLeast least: AmountCondition? = nil
  ) throws -> [Claim] {
    var sql = """
      SELECT account.*, actor.name AS claimer, measure.place FROM measure
      JOIN account ON account.row = measure.row JOIN actor ON actor.actor = measure.actor
      JOIN event ON event.event = account.event
      WHERE \(liveAccount.sql) AND \(listedEvent.sql) AND measure.metric = ?
      """
    var arguments = liveAccount.arguments + listedEvent.arguments + [metric]
    if !actors.isEmpty {
      let marks = actors.map { _ in "?" }.joined(separator: ", ")
      sql += " AND measure.actor IN (SELECT actor FROM actor WHERE name IN (\(marks)))"
      arguments += StatementArguments(actors)
    }
    if let first {
      sql += " AND measure.first >= ?"
      arguments += [first.number]
    }
    if let last {
      sql += " AND measure.last <= ?"
      arguments += [last.number]
    }
    if let least {
      sql += " AND measure.number \(least.relation.rawValue) ?"
      arguments += [least.value.double]
      if let unit = least.unit {
        sql += " AND measure.unit = ?"
        arguments += [unit]
      }
    }
    let place = "account.account, measure.place"
    sql +=
      least == nil
      ? " ORDER BY actor.name, measure.first, \(place)" : " ORDER BY measure.number DESC, \(place)"
    let claims = try Row.fetchAll(database, sql: sql, arguments: arguments).compactMap { row in
      try claim(metric, row)
    }
    guard least == nil, !actors.isEmpty else { return claims }
    return actors.flatMap { actor in claims.filter { $0.actor == actor } }
  }

  /// The names of the metrics that are claimed of anybody.
  package func metricNames() throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        WITH RECURSIVE name(metric) AS (
          SELECT min(metric) FROM measure UNION ALL
          SELECT (SELECT min(metric) FROM measure WHERE metric > name.metric) FROM name
          WHERE metric IS NOT NULL)
        SELECT metric FROM name WHERE metric IS NOT NULL
        AND EXISTS (SELECT 1 FROM measure WHERE measure.metric = name.metric AND row <= ?)
        """, arguments: [lastRow(of: "account")])
  }

  private func claim(_ metric: String, _ row: Row) throws -> Claim? {
    let account = try StoredAccount(row, log).account
    let place: Int = row["place"]
    guard account.report.event.amounts.indices.contains(place),
      let event = try log.id(at: account.event)
    else { return nil }
    let amount = account.report.event.amounts[place]
    return Claim(
      actor: row["claimer"], metric: metric, amount: amount,
      period: amount.period ?? account.report.event.date, account: account, event: event)
  }
}

public import EventModel
import Foundation
import GRDB

/// One source's claim of an amount.
public struct Claim: Equatable, Sendable {
  public let actor: String
  public let metric: String
  public let amount: Amount
  /// The time that the amount is about.
  public let period: PartialDate?
  /// The report that claims it.
  public let report: ReportRow
}

extension Snapshot {
  /// The claims of a metric: of some actors or of all, about periods inside the days given, of at
  /// least some amount. In the order of the actors given, then of the periods; with a least amount,
  /// the largest first.
  public func claims(
    of metric: String, by actors: [String], from first: CivilDay?, to last: CivilDay?,
    atLeast least: AmountCondition? = nil
  ) throws -> [Claim] {
    let marks = actors.map { _ in "?" }.joined(separator: ", ")
    var sql = """
      SELECT actor, place, report FROM measure
      WHERE since <= ? AND (until IS NULL OR until > ?) AND metric = ?
      """
    var arguments: StatementArguments = [position, position, metric]
    if !actors.isEmpty {
      sql += " AND actor IN (\(marks))"
      arguments += StatementArguments(actors)
    }
    if let first {
      sql += " AND first >= ?"
      arguments += [first.number]
    }
    if let last {
      sql += " AND last <= ?"
      arguments += [last.number]
    }
    if let least {
      sql += " AND number \(least.relation.rawValue) ?"
      arguments += [least.value.double]
      if let unit = least.unit {
        sql += " AND unit = ?"
        arguments += [unit]
      }
    }
    sql += least == nil ? " ORDER BY actor, first, row" : " ORDER BY number DESC, row"
    let claims = try Row.fetchAll(database, sql: sql, arguments: arguments).compactMap { row in
      try claim(metric, row)
    }
    guard least == nil, !actors.isEmpty else { return claims }
    return actors.flatMap { actor in claims.filter { $0.actor == actor } }
  }

  /// The names of the metrics that are claimed of anybody.
  public func metricNames() throws -> [String] {
    try String.fetchAll(database, sql: "SELECT DISTINCT metric FROM measure ORDER BY metric")
  }

  public func measureCount() throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT count(*) FROM measure WHERE \(holds("measure"))",
      arguments: ["position": position]) ?? 0
  }

  private func claim(_ metric: String, _ row: Row) throws -> Claim? {
    let report: Data = row["report"]
    let told = try Row.fetchOne(
      database, sql: "SELECT * FROM report WHERE report = :report AND \(holds("report"))",
      arguments: ["report": report, "position": position]
    ).map(ReportRow.init)
    let place: Int = row["place"]
    guard let told, told.told.event.amounts.indices.contains(place) else { return nil }
    let amount = told.told.event.amounts[place]
    return Claim(
      actor: row["actor"], metric: metric, amount: amount,
      period: amount.period ?? told.told.event.date, report: told)
  }
}

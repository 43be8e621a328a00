import EventLog
package import EventModel
import GRDB

/// A forecast of the ledger with what became of it by the time it is looked at.
package struct LedgerEntry: Equatable, Sendable {
  package let id: RecordID
  package let issued: Record
  package let issue: ForecastIssue
  /// The record that closed it.
  package let verdict: Record?
  package let resolution: ForecastResolution?
  package let annulment: ForecastAnnulment?
  /// Its issuing was undone.
  package let isWithdrawn: Bool

  package var isOpen: Bool { verdict == nil && !isWithdrawn }
}

extension Snapshot {
  /// The forecast ledger, in the order in which the log learned of its entries.
  package func ledger() throws -> [LedgerEntry] {
    let held = held("forecast")
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT issued.position, forecast.row IS NULL, forecast.verdict
        FROM forecast_record AS issued
        LEFT JOIN forecast ON forecast.forecast = issued.position AND \(held.sql)
        WHERE issued.position = issued.forecast AND issued.position <= ? ORDER BY 1
        """, arguments: held.arguments + [position])
    return try rows.compactMap { row in
      guard let record = try log.record(at: row[0]), case .forecastIssued(let issue) = record.change
      else { return nil }
      let verdict = try (row[2] as Int64?).flatMap { try log.record(at: $0) }
      var (resolution, annulment): (ForecastResolution?, ForecastAnnulment?) = (nil, nil)
      if case .forecastResolved(let change) = verdict?.change { resolution = change }
      if case .forecastAnnulled(let change) = verdict?.change { annulment = change }
      return LedgerEntry(
        id: record.id, issued: record, issue: issue, verdict: verdict, resolution: resolution,
        annulment: annulment, isWithdrawn: row[1])
    }
  }
}

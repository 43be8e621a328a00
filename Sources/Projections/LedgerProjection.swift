import EventLog
package import EventModel
import GRDB

/// The forecast ledger: every forecast that was issued, and what became of it. Nothing leaves it.
enum LedgerProjection: Projection {
  static let name = "ledger"
  static let version = 3
  static let tables = ["forecast"]

  /// `since` is the position that issued the forecast, and names it.
  static let schema = """
    CREATE TABLE forecast(
      since INTEGER PRIMARY KEY, resolved INTEGER, annulled INTEGER) STRICT;
    """

  static func apply(_ change: Change, of record: Record, by writer: TableWriter) throws {
    switch change {
    case .forecastIssued: try forecasts.insert([.integer(record.position)], by: writer)
    case .forecastResolved(let resolution):
      try close(resolution.of, "resolved", at: record.position, by: writer)
    case .forecastAnnulled(let annulment):
      try close(annulment.of, "annulled", at: record.position, by: writer)
    default: break
    }
  }

  private static let forecasts = StoredTable(
    "forecast", ["since"], later: ["resolved", "annulled"])

  private static func close(
    _ forecast: RecordID, _ column: String, at position: Int64, by writer: TableWriter
  ) throws {
    let number = try Log(writer.database).position(of: forecast)
    let closed = try forecasts.set(
      column, to: .integer(position),
      where: "since = ? AND resolved IS NULL AND annulled IS NULL", [SQLValue(number)], by: writer)
    guard closed == 1 else {
      throw ProjectionFault(reason: "there is no open forecast \(forecast)")
    }
  }
}

/// A forecast of the ledger with what became of it by the time it is looked at.
package struct LedgerEntry: Equatable, Sendable {
  package let id: RecordID
  package let issued: Record
  package let issue: ForecastIssue
  package let resolution: ForecastResolution?
  package let annulment: ForecastAnnulment?

  package var isOpen: Bool { resolution == nil && annulment == nil }
}

extension Snapshot {
  /// The forecast ledger, in the order in which the log learned of its entries.
  package func ledger() throws -> [LedgerEntry] {
    func change(_ place: Int64?) throws -> Change? {
      try place.flatMap { $0 <= position ? try log.record(at: $0)?.change : nil }
    }
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT since, resolved, annulled FROM forecast WHERE since <= ? ORDER BY since",
      arguments: [position])
    return try rows.compactMap { row in
      guard let record = try log.record(at: row[0]), case .forecastIssued(let issue) = record.change
      else { return nil }
      var (resolution, annulment): (ForecastResolution?, ForecastAnnulment?) = (nil, nil)
      if case .forecastResolved(let change) = try change(row[1]) { resolution = change }
      if case .forecastAnnulled(let change) = try change(row[2]) { annulment = change }
      return LedgerEntry(
        id: record.id, issued: record, issue: issue, resolution: resolution, annulment: annulment)
    }
  }
}

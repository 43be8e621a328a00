import EventLog
import EventModel
import Foundation
import GRDB

/// The forecast ledger: every forecast that was issued, and what became of it. Nothing leaves it: one
/// whose issuing was undone is withdrawn, and stays visible.
///
/// The first verdict on a forecast, resolved or annulled, is the one that counts, until it is undone.
enum LedgerProjection: Projection {
  static let name = "ledger"
  static let version = 4
  static let tables = ["forecast", "forecast_record", "forecast_undoing"]

  /// `forecast` is the position that issued it, `verdict` that of the record that closed it; a row
  /// holds while the forecast is not withdrawn.
  static let schema = """
    CREATE TABLE forecast(
      row INTEGER PRIMARY KEY, forecast INTEGER NOT NULL, verdict INTEGER,
      since INTEGER NOT NULL, until INTEGER) STRICT;
    CREATE INDEX forecast_forecast ON forecast(forecast);
    CREATE TABLE forecast_record(
      position INTEGER PRIMARY KEY, forecast INTEGER NOT NULL, act BLOB) STRICT;
    CREATE INDEX forecast_record_forecast ON forecast_record(forecast);
    CREATE INDEX forecast_record_act ON forecast_record(act) WHERE act IS NOT NULL;
    \(undoings.schema)
    """

  static func apply(_ change: Change, of record: Record, by writer: TableWriter) throws {
    switch change {
    case .forecastIssued(let issue):
      try note(record.position, issue.act, of: record.position, by: writer)
    case .forecastResolved(let resolution):
      try close(resolution.of, resolution.act, record.position, by: writer)
    case .forecastAnnulled(let annulment):
      try close(annulment.of, annulment.act, record.position, by: writer)
    case .actUndone(let undoing):
      for act in try undoings.note(undoing, at: record.position, by: writer) {
        let forecasts = try Int64.fetchAll(
          writer.database,
          sql: "SELECT DISTINCT forecast FROM forecast_record WHERE act = ? ORDER BY forecast",
          arguments: [act])
        for forecast in forecasts { try fold(forecast, at: record.position, by: writer) }
      }
    default: break
    }
  }

  private static let forecasts = BitemporalTable(
    "forecast", key: ["forecast"], columns: ["verdict"])
  private static let records = StoredTable("forecast_record", ["position", "forecast", "act"])
  private static let undoings = UndoingTable("forecast_undoing")

  private static func close(
    _ forecast: RecordID, _ act: RecordID?, _ position: Int64, by writer: TableWriter
  ) throws {
    guard let number = try Log(writer.database).position(of: forecast),
      try SQLStatement(
        "SELECT 1 FROM forecast_record WHERE position = ? AND forecast = position",
        in: writer.database
      ).integer(.integer(number)) != nil
    else { throw ProjectionFault(reason: "there is no forecast \(forecast)") }
    try note(position, act, of: number, by: writer)
  }

  private static func note(
    _ position: Int64, _ act: RecordID?, of forecast: Int64, by writer: TableWriter
  ) throws {
    try records.insert(
      [.integer(position), .integer(forecast), SQLValue(act: act)], by: writer)
    try fold(forecast, at: position, by: writer)
  }

  /// Folds anew what was said of a forecast, and ends and begins its row where that comes out otherwise.
  private static func fold(
    _ forecast: Int64, at position: Int64, by writer: TableWriter
  ) throws {
    let database = writer.database
    let undone = try undoings.undone(in: database)
    let told = try Row.fetchAll(
      database,
      sql: "SELECT position, act FROM forecast_record WHERE forecast = ? ORDER BY position",
      arguments: [forecast]
    ).filter { row in (row[1] as Data?).map { !undone.contains($0) } ?? true }
      .map { $0[0] as Int64 }
    let after = told.contains(forecast) ? Standing(verdict: told.first { $0 != forecast }) : nil
    let before = try Row.fetchOne(
      database, sql: "SELECT verdict FROM forecast WHERE forecast = ? AND until IS NULL",
      arguments: [forecast]
    ).map { Standing(verdict: $0[0]) }
    guard before != after else { return }
    if before != nil { try forecasts.end([.integer(forecast)], at: position, by: writer) }
    if let after {
      try forecasts.begin(
        [.integer(forecast), after.verdict.map(SQLValue.integer) ?? .null], at: position,
        by: writer)
    }
  }

  private struct Standing: Equatable {
    let verdict: Int64?
  }
}

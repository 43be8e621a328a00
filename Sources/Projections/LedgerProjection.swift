public import EventModel
import Foundation
public import GRDB

/// The forecast ledger: every forecast that was issued, and what became of it. Nothing leaves it.
public enum LedgerProjection: Projection {
  public static let name = "ledger"
  public static let version = 1
  public static let tables = ["forecast"]

  public static let schema = """
    CREATE TABLE forecast(
      forecast BLOB PRIMARY KEY, since INTEGER NOT NULL, resolved INTEGER,
      annulled INTEGER) STRICT;
    """

  public static func apply(_ record: Record, to database: Database) throws {
    switch record.change {
    case .forecastIssued:
      try database.execute(
        sql: "INSERT INTO forecast(forecast, since) VALUES (?, ?)",
        arguments: [Data(record.id.bytes), record.position])
    case .forecastResolved(let resolution):
      try close(resolution.of, "resolved", at: record.position, in: database)
    case .forecastAnnulled(let annulment):
      try close(annulment.of, "annulled", at: record.position, in: database)
    default: break
    }
  }

  private static func close(
    _ forecast: RecordID, _ column: String, at position: Int64, in database: Database
  ) throws {
    try database.execute(
      sql: """
        UPDATE forecast SET \(column) = ? WHERE forecast = ? AND resolved IS NULL
        AND annulled IS NULL
        """, arguments: [position, Data(forecast.bytes)])
    guard database.changesCount == 1 else {
      throw ProjectionFault(reason: "there is no open forecast \(forecast)")
    }
  }
}

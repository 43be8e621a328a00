public import EventLog
public import EventModel
import Foundation
import GRDB

/// A forecast of the ledger with what became of it by the time it is looked at.
public struct LedgerEntry: Equatable, Sendable {
  public let id: RecordID
  public let issued: Record
  public let issue: ForecastIssue
  public let resolution: ForecastResolution?
  public let annulment: ForecastAnnulment?

  public var isOpen: Bool { resolution == nil && annulment == nil }
}

extension LedgerProjection {
  /// All entries at a position, in the order in which the log learned of them.
  public static func entries(
    at position: Int64, in transaction: Transaction
  ) throws -> [LedgerEntry] {
    let log = Log(transaction)
    func change(_ place: Int64?) throws -> Change? {
      try place.flatMap { $0 <= position ? try log.record(at: $0)?.change : nil }
    }
    let rows = try Row.fetchAll(
      transaction.database,
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

extension Snapshot {
  /// The forecast ledger.
  public func ledger() throws -> [LedgerEntry] {
    try LedgerProjection.entries(at: position, in: Transaction(database))
  }
}

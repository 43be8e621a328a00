public import EventLog
public import EventModel
import GRDB

/// Keeps the projections in step with the log, in the transaction that appends.
public enum Projector {
  /// In the order the tables were thought of; none reads another's.
  public static let all: [any Projection.Type] = [
    ItemProjection.self, ReportProjection.self, MeasureProjection.self, PhaseProjection.self,
    SearchProjection.self, LedgerProjection.self,
  ]

  /// Makes the tables that are missing or of an older version, and folds what the log holds already.
  public static func prepare(_ transaction: Transaction) throws {
    let database = transaction.database
    for projection in all {
      let version = try Int.fetchOne(
        database, sql: "SELECT version FROM projection WHERE name = ?",
        arguments: [projection.name])
      if version == projection.version { continue }
      try rebuild(projection, in: transaction)
    }
  }

  /// Drops a projection's tables and folds the log again from zero; atomic, as its caller's
  /// transaction is.
  public static func rebuild(_ projection: any Projection.Type, in transaction: Transaction) throws
  {
    let database = transaction.database
    for table in projection.tables.reversed() {
      try database.execute(sql: "DROP TABLE IF EXISTS \(table)")
    }
    try database.execute(sql: projection.schema)
    for table in ["projection", "projection_error"] {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE name = ?", arguments: [projection.name])
    }
    try database.execute(
      sql: "INSERT INTO projection(name, version, position) VALUES (?, ?, 0)",
      arguments: [projection.name, projection.version])
    try forEachBatch(of: database) { try apply($0, to: projection, in: database) }
  }

  /// Appends to the log and folds what was new into every projection.
  public static func append(
    _ offered: [NewRecord], to transaction: Transaction, now: Instant
  ) throws -> [Record] {
    let records = try Log(transaction).append(offered, now: now)
    guard !records.isEmpty else { return [] }
    for projection in all {
      try apply(records, to: projection, in: transaction.database)
    }
    return records
  }

  /// Hands all records on in batches, so that memory stays flat.
  static func forEachBatch(of database: Database, _ body: ([Record]) throws -> Void) throws {
    var position: Int64 = 0
    while true {
      let records = try Log(database).read(after: position, limit: 1000)
      guard let last = records.last else { return }
      try body(records)
      position = last.position
    }
  }

  /// Folds records and moves the checkpoint. A record that cannot be digested is noted in
  /// `projection_error` and leaves nothing behind; the others go on.
  static func apply(
    _ records: [Record], to projection: any Projection.Type, in database: Database
  ) throws {
    guard let last = records.last else { return }
    for record in records {
      do { try projection.apply(record, to: database) } catch let error as ProjectionFault {
        try database.execute(
          sql: "INSERT INTO projection_error(name, version, position, error) VALUES (?, ?, ?, ?)",
          arguments: [projection.name, projection.version, record.position, error.reason])
      }
    }
    try database.execute(
      sql: "UPDATE projection SET position = ? WHERE name = ?",
      arguments: [last.position, projection.name])
  }
}

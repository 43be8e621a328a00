public import EventLog
import GRDB

extension Projector {
  /// Folds the whole log into an empty database in memory and compares every table, row by row, with
  /// the stored one. Returns a sentence for each table that differs.
  public static func verify(_ transaction: Transaction) throws -> [String] {
    let replay = try DatabaseQueue()
    return try replay.write { fresh in try compare(transaction.database, with: fresh) }
  }

  private static func compare(
    _ database: Database, with fresh: Database
  ) throws -> [String] {
    let bookkeeping = ["projection", "projection_error"]
    try fresh.execute(
      sql: "CREATE TABLE projection(name TEXT, version INTEGER, position INTEGER)")
    try fresh.execute(
      sql: "CREATE TABLE projection_error(name TEXT, version INTEGER, position INTEGER, error TEXT)"
    )
    for projection in all {
      try fresh.execute(sql: projection.schema)
      try fresh.execute(
        sql: "INSERT INTO projection VALUES (?, ?, 0)",
        arguments: [projection.name, projection.version])
    }
    try forEachBatch(of: database) { records in
      for projection in all { try apply(records, to: projection, in: fresh) }
    }
    var differences: [String] = []
    for table in bookkeeping + all.flatMap({ $0.tables }) where !table.hasSuffix("_fts") {
      if let difference = try difference(in: table, stored: database, replayed: fresh) {
        differences.append(difference)
      }
    }
    return differences
  }

  private static func difference(
    in table: String, stored: Database, replayed: Database
  ) throws -> String? {
    guard try stored.tableExists(table) else { return "\(table): the table is missing" }
    let columns = try stored.columns(in: table).map(\.name).joined(separator: ", ")
    let sql = "SELECT * FROM \(table) ORDER BY \(columns)"
    let left = try Row.fetchCursor(stored, sql: sql)
    let right = try Row.fetchCursor(replayed, sql: sql)
    var number = 0
    while true {
      number += 1
      let (a, b) = (try left.next(), try right.next())
      if a == nil, b == nil { return nil }
      if a != b {
        return "\(table): row \(number) of the stored table is not what the log folds into"
      }
    }
  }
}

package import EventLog
import EventModel
import Foundation
import GRDB

extension Projector {
  /// Makes all tables anew beside the store, in steps that a killed process need not do again, while others read
  /// and write; they then take the place of the old ones in one transaction. Says how many projections those
  /// are.
  ///
  /// - Parameters:
  ///   - size: how many records a step folds.
  ///   - progress: told after each step how far in the log it has got, and where the log ends.
  package static func rebuild(
    _ store: Store, size: Int = 10_000, progress: (Int64, _ of: Int64) throws -> Void = { _, _ in }
  ) throws -> Int {
    let shadow = try ShadowFile(beside: store)
    if try !shadow.step(isOfToday) {
      try shadow.clear()
      try shadow.step(begin)
    }
    while true {
      let (position, end) = try shadow.step { transaction in
        (
          try advance(transaction.database, by: size),
          try Log(transaction).head().position
        )
      }
      try progress(position, end)
      if position == end { break }
    }
    try shadow.finish { transaction in
      let database = transaction.database
      let end = try Log(transaction).head().position
      while try advance(database, by: size) < end {}
      for projection in all { try replace(projection, in: database) }
    }
    return all.count
  }

  /// Whether the file was begun for the log of this very store, by an annals that folds as this one does.
  private static func isOfToday(_ transaction: Transaction) throws -> Bool {
    let database = transaction.database
    let names = bookkeeping + ["begun"]
    let own = Set(try String.fetchAll(database, sql: "SELECT name FROM main.sqlite_master"))
    guard own.isSuperset(of: names + all.flatMap { $0.tables }) else { return false }
    let position = try position(in: database)
    let begun = try Row.fetchOne(database, sql: "SELECT store, hash FROM main.begun")
    let store: String? = begun?[0]
    let hash: Data? = begun?[1]
    return try outOfDate(transaction).isEmpty && store == transaction.storeID()
      && Log(transaction).record(at: position).map { Data($0.hash.bytes) } == hash
  }

  private static func begin(_ transaction: Transaction) throws {
    let database = transaction.database
    let statements = try String.fetchAll(
      database,
      sql: """
        SELECT sql FROM \(ShadowFile.store).sqlite_master
        WHERE type = 'table' AND name IN (\(bookkeeping.map { _ in "?" }.joined(separator: ", ")))
        """, arguments: StatementArguments(bookkeeping))
    for statement in statements { try database.execute(sql: statement) }
    try database.execute(
      sql:
        "CREATE TABLE main.begun(store TEXT, hash BLOB); INSERT INTO main.begun VALUES (?, NULL)",
      arguments: [transaction.storeID()])
    for projection in all {
      try database.execute(sql: projection.schema)
      try enter(projection, in: database)
    }
  }

  private static func position(in database: Database) throws -> Int64 {
    try Int64.fetchOne(database, sql: "SELECT min(position) FROM main.projection") ?? 0
  }

  /// Folds the next records; gives the position of the last.
  private static func advance(_ database: Database, by size: Int) throws -> Int64 {
    try forEachBatch(of: database, after: position(in: database), most: size) { records in
      try apply(records, to: all, in: database)
      try database.execute(
        sql: "UPDATE main.begun SET hash = ?",
        arguments: [Data(records.last!.record.hash.bytes)])
    }
  }

  /// Puts the tables of a projection in the place of the store's.
  private static func replace(_ projection: any Projection.Type, in database: Database) throws {
    let store = ShadowFile.store
    for table in projection.tables.reversed() {
      try database.execute(sql: "DROP TABLE IF EXISTS \(store).\(table)")
    }
    let statements = schema(projection.schema, in: store).split(separator: ";")
    func make(_ areIndexes: Bool) throws {
      for statement in statements where statement.contains("CREATE INDEX ") == areIndexes {
        try database.execute(sql: String(statement))
      }
    }
    try make(false)
    for table in projection.tables { try copy(table, in: database) }
    try make(true)
    try makeIndexes(of: projection, in: database, named: store)
    for table in bookkeeping {
      try database.execute(
        sql: """
          DELETE FROM \(store).\(table) WHERE name = :name;
          INSERT INTO \(store).\(table) SELECT * FROM main.\(table) WHERE name = :name
          """, arguments: ["name": projection.name])
    }
  }

  /// Of an index of words, the tables in which SQLite keeps it (https://sqlite.org/fts5.html, 9).
  private static func copy(_ table: String, in database: Database) throws {
    let kept =
      table.hasSuffix("_fts")
      ? try String.fetchAll(
        database,
        sql: "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name LIKE ?",
        arguments: ["\(table)_%"])
      : [table]
    for table in kept {
      try database.execute(
        sql: """
          DELETE FROM \(ShadowFile.store).\(table);
          INSERT INTO \(ShadowFile.store).\(table) SELECT * FROM main.\(table)
          """)
    }
  }
}

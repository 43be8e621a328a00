package import EventLog
package import EventModel
import GRDB

/// Keeps the projections in step with the log, in the transaction that appends.
package enum Projector {
  /// In the order the tables were thought of; none reads another's.
  package static let all: [any Projection.Type] = [
    ItemProjection.self, EventProjection.self, StoryProjection.self, PhaseProjection.self,
    LedgerProjection.self, CoverageProjection.self, MarkProjection.self,
    ActorProjection.self, ReviewProjection.self,
  ]

  /// The names of the projections whose tables are missing or of another version than this annals
  /// folds.
  package static func outOfDate(_ transaction: Transaction) throws -> [String] {
    let rows = try Row.fetchAll(
      transaction.database, sql: "SELECT name, version FROM projection")
    let versions: [String: Int] = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    return all.filter { versions[$0.name] != $0.version }.map { $0.name }
  }

  /// Makes the tables that are missing or of another version, and folds what the log holds already.
  package static func prepare(_ transaction: Transaction) throws {
    let names = try outOfDate(transaction)
    try rebuild(all.filter { names.contains($0.name) }, in: transaction)
  }

  private static func rebuild(
    _ projections: [any Projection.Type], in transaction: Transaction
  ) throws {
    guard !projections.isEmpty else { return }
    let database = transaction.database
    for projection in projections {
      try drop(projection.tables.reversed().map { "TABLE IF EXISTS \($0)" }, in: database)
      try database.execute(sql: projection.schema)
      for table in bookkeeping {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE name = ?", arguments: [projection.name])
      }
      try enter(projection, in: database)
    }
    try forEachBatch(of: database) { records in
      try apply(records, to: projections, in: database)
    }
    for projection in projections { try makeIndexes(of: projection, in: database) }
  }

  /// Drops tables and indexes, and lets their pages be as they are: else each is written once more, and kept until
  /// all have gone.
  static func drop(_ names: [String], in database: Database) throws {
    let former = try Int.fetchOne(database, sql: "PRAGMA secure_delete") ?? 0
    try database.execute(sql: "PRAGMA secure_delete = FAST")
    for name in names { try database.execute(sql: "DROP \(name)") }
    try database.execute(sql: "PRAGMA secure_delete = \(former)")
  }

  /// Makes the indexes that questions alone read, in one of the connection's databases.
  static func makeIndexes(
    of projection: any Projection.Type, in database: Database, named schema: String = "main"
  ) throws {
    for index in projection.indexes {
      try database.execute(sql: "CREATE INDEX \(schema).\(index)")
    }
  }

  /// Says that a projection has folded nothing yet.
  static func enter(_ projection: any Projection.Type, in database: Database) throws {
    try database.execute(
      sql: "INSERT INTO projection(name, version, position) VALUES (?, ?, 0)",
      arguments: [projection.name, projection.version])
  }

  /// Merges the parts of the search indexes, so that they take the least room.
  package static func mergeSearchIndexes(_ transaction: Transaction) throws {
    for index in ["search_fts", "item_fts"] {
      try transaction.database.execute(sql: "INSERT INTO \(index)(\(index)) VALUES ('optimize')")
    }
  }

  /// Appends to the log what was decided from it as a snapshot showed it, and folds what was new into
  /// every projection. Throws ``StoreError/overtaken`` when the log has grown since.
  package static func append(
    _ offered: [NewRecord], decidedFrom known: Snapshot, to transaction: Transaction, now: Instant
  ) throws -> [Record] {
    try fold(
      Log(transaction).append(offered, expecting: known.head, now: now), of: offered,
      in: transaction)
  }

  /// Appends to the log what holds wherever it ends, and folds what was new into every projection.
  package static func append(
    _ offered: [NewRecord], to transaction: Transaction, now: Instant
  ) throws -> [Record] {
    try fold(Log(transaction).append(offered, now: now), of: offered, in: transaction)
  }

  private static func fold(
    _ records: [Record], of offered: [NewRecord], in transaction: Transaction
  ) throws -> [Record] {
    guard !records.isEmpty else { return [] }
    // Records come back in the order in which they were offered, but for those known before.
    var news = offered[...]
    let decoded = records.map { record in
      news = news.drop { $0.id != record.id }
      return (record: record, change: news.removeFirst().change)
    }
    try apply(decoded, to: all, in: transaction.database)
    return records
  }

  typealias Decoded = (record: Record, change: Change)

  /// Hands the records after a position on in batches, so that memory stays flat: all, or the next so many.
  /// Gives the position of the last.
  @discardableResult
  static func forEachBatch(
    of database: Database, after start: Int64 = 0, most: Int = .max,
    _ body: ([Decoded]) throws -> Void
  ) throws -> Int64 {
    var (position, left) = (start, most)
    while left > 0 {
      let records = try Log(database).read(after: position, limit: min(left, 1000))
      guard let last = records.last else { break }
      try body(records.map { ($0, $0.change) })
      position = last.position
      left -= records.count
    }
    return position
  }

  /// Folds records and moves the checkpoints. A record that cannot be digested is noted in
  /// `projection_error` and leaves nothing behind, one of an unknown type is counted; the others go
  /// on.
  static func apply(
    _ records: [Decoded], to projections: [any Projection.Type], in database: Database
  ) throws {
    guard let last = records.last else { return }
    let writer = TableWriter(database)
    var skipped = 0
    // Record by record: to take a change out of the list costs more than most projections make of it.
    for (record, change) in records {
      if case .unknown = change { skipped += 1 }
      for projection in projections {
        do {
          try projection.apply(change, of: record, by: writer)
        } catch let error as ProjectionFault {
          try database.execute(
            sql: "INSERT INTO projection_error(name, position, error) VALUES (?, ?, ?)",
            arguments: [projection.name, record.position, error.reason])
        }
      }
    }
    for projection in projections {
      try projection.finish(by: writer)
      let digests = zip(projection.tables, try digests(of: projection, in: database))
        .flatMap { table, before in
          withUnsafeBytes(of: (before &+ writer.change(of: table)).bigEndian, Array.init)
        }
      try SQLStatement(
        "UPDATE projection SET position = ?, skipped = skipped + ?, digests = ? WHERE name = ?",
        in: database
      ).run(
        .integer(last.record.position), SQLValue(skipped), .blob(digests), .text(projection.name))
    }
  }

  /// The digests of its tables as its writers have kept them; 0 for one of which none is kept.
  static func digests(
    of projection: any Projection.Type, in database: Database
  ) throws -> [UInt64] {
    let bytes =
      try SQLStatement("SELECT digests FROM projection WHERE name = ?", in: database)
      .first([.text(projection.name)]) { Array($0.bytes(0)) } ?? []
    return projection.tables.indices.map { place in
      bytes.dropFirst(8 * place).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}

/// How far a projection has got.
package struct ProjectionState: Equatable, Sendable {
  package let name: String
  package let version: Int
  package let position: Int64
  /// Records that it could not digest.
  package let errors: Int
  /// Records of types that this annals does not know.
  package let skipped: Int
}

extension Snapshot {
  package func projections() throws -> [ProjectionState] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT name, version, position, skipped, (SELECT count(*) FROM projection_error AS e
        WHERE e.name = projection.name) AS errors FROM projection
        """)
    let states = rows.map { row in
      ProjectionState(
        name: row["name"], version: row["version"], position: row["position"],
        errors: row["errors"], skipped: row["skipped"])
    }
    return Projector.all.compactMap { projection in states.first { $0.name == projection.name } }
  }
}

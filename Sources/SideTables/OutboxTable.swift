package import EventLog
package import EventModel
import Foundation
import GRDB

/// Feeds that came while the shared log could not be reached, inside a transaction of their store: as bytes,
/// since only the log as it is then decides what they bring.
package struct OutboxTable {
  let database: Database

  package init(_ transaction: Transaction) { database = transaction.database }

  package struct Kept {
    package let number: Int64
    /// Where it was read from.
    package let name: String
    package let bytes: [UInt8]
  }

  /// Keeps a feed at the end; once, however often it is brought.
  package func keep(_ bytes: [UInt8], named name: String, at now: Instant) throws {
    try database.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS outbox(
          number INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL UNIQUE,
          bytes BLOB NOT NULL, at INTEGER NOT NULL) STRICT
        """)
    try database.execute(
      sql: "INSERT OR IGNORE INTO outbox(name, digest, bytes, at) VALUES (?, ?, ?, ?)",
      arguments: [
        name, "\(Digest.sha256(of: bytes))", Data(bytes), now.milliseconds,
      ])
  }

  package func count() throws -> Int {
    guard try database.tableExists("outbox") else { return 0 }
    return try Int.fetchOne(database, sql: "SELECT count(*) FROM outbox") ?? 0
  }

  /// The first that was kept after another.
  package func next(after number: Int64) throws -> Kept? {
    guard try database.tableExists("outbox") else { return nil }
    let row = try Row.fetchOne(
      database, sql: "SELECT number, name, bytes FROM outbox WHERE number > ? ORDER BY number",
      arguments: [number])
    return row.map { Kept(number: $0[0], name: $0[1], bytes: Array($0[2] as Data)) }
  }

  package func remove(_ number: Int64) throws {
    try database.execute(sql: "DELETE FROM outbox WHERE number = ?", arguments: [number])
  }
}

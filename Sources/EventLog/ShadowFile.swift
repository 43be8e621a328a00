import Foundation
import GRDB

/// A database beside a store in which tables are made again, while others read and write the store: until they
/// take the place of the old ones, nobody sees them. A run that was cut short leaves the file, and the next one
/// goes on with it.
///
/// In its transactions the names of tables mean its own, and else those of the store, which is attached as
/// ``store``.
package struct ShadowFile {
  /// The store's name in statements.
  package static let store = "store"
  /// What its name has more than the store's.
  package static let ending = "-rebuild"

  private let path: String
  private let queue: DatabaseQueue

  /// Opens the file of a store, or makes it; one that is damaged is made anew.
  ///
  /// - Throws: ``StoreError/busy`` while another process works in it, and
  ///   ``StoreError/noRoom(path:needed:free:)`` where the disk has no room for tables and their copies, which
  ///   are about as large as the store.
  package init(beside store: Store) throws {
    let path = store.path + ShadowFile.ending
    self.path = path
    var status = stat()
    let begun = stat(path, &status) == 0 ? Int64(status.st_size) : 0
    try DiskRoom.require(store.size - begun, at: path)
    queue = try Store.translating(path) {
      do { return try ShadowFile.open(path, store.path) } catch let error as DatabaseError
        where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode)
      {
        StoreFiles.remove(path)
        return try ShadowFile.open(path, store.path)
      }
    }
  }

  private static func open(_ path: String, _ store: String) throws -> DatabaseQueue {
    try PrivateFile.make(path)
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      // Alone in it, or not at all; and what the last steps lose when the power fails is folded again.
      try database.execute(
        sql: """
          PRAGMA busy_timeout = 0;
          PRAGMA main.locking_mode = EXCLUSIVE; PRAGMA main.page_size = 16384;
          PRAGMA main.journal_mode = WAL; PRAGMA main.synchronous = NORMAL;
          PRAGMA main.cache_size = -\(Store.cache); PRAGMA busy_timeout = 10000;
          PRAGMA secure_delete = FAST
          """)
      try database.execute(
        sql: "ATTACH ? AS \(ShadowFile.store); PRAGMA \(ShadowFile.store).synchronous = FULL",
        arguments: [URL(fileURLWithPath: store).path])
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Commits what is written into the file; of the store it only reads.
  package func step<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
    try queue.transaction(.deferred, at: path, body)
  }

  /// Commits what is written into the store, while nobody else writes to it; then the file is gone.
  package func finish(_ body: (Transaction) throws -> Void) throws {
    try queue.transaction(.immediate, at: path, body)
    try queue.close()
    StoreFiles.remove(path)
  }

  /// Begins anew with an empty file.
  package func clear() throws {
    try Store.translating(path) {
      try queue.writeWithoutTransaction { database in
        let tables = try String.fetchAll(
          database,
          sql: """
            SELECT name FROM main.sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'
            UNION ALL
            SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\'
            """)
        for table in tables { try database.execute(sql: "DROP TABLE main.\(table)") }
      }
    }
  }
}

import Foundation
import GRDB

/// One SQLite file that holds the log and its projections.
///
/// Write-ahead log, `synchronous = FULL`, one writer at a time. Reads and writes are transactions:
/// what a closure sees or does is all of it or nothing.
public struct Store: Sendable {
  public let path: String
  private let queue: DatabaseQueue

  /// Opens a store that exists.
  public init(opening path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError.missing(path: path)
    }
    try self.init(path: path)
    try read { transaction in
      let database = transaction.database
      let id = try Int.fetchOne(database, sql: "PRAGMA application_id")
      guard id == Schema.applicationID else { throw StoreError.notAStore(path: path) }
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard version <= Schema.version else {
        throw StoreError.newer(path: path, version: version)
      }
    }
  }

  /// Makes a store, or opens the one that is there.
  public init(creating path: String) throws {
    if FileManager.default.fileExists(atPath: path) {
      try self.init(opening: path)
      return
    }
    try PrivateFile.make(path)
    try self.init(path: path)
    try write { transaction in
      try transaction.database.execute(sql: Schema.sql)
      try transaction.database.execute(
        sql: """
          PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version)
          """)
    }
  }

  private init(path: String) throws {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA page_size = 16384")
    }
    queue = try Store.translating(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
        precondition(level == 2, "SQLite refuses synchronous = FULL")
      }
      return queue
    }
  }

  /// A consistent view of the store as it is now.
  public func read<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
    try Store.translating(path) { try queue.read { try body(Transaction($0)) } }
  }

  /// Commits what the closure does, or nothing when it throws or the run is dry.
  public func write<Value>(
    isDryRun: Bool = false, _ body: (Transaction) throws -> Value
  ) throws -> Value {
    try Store.translating(path) {
      try queue.writeWithoutTransaction { database in
        var result: Value?
        try database.inTransaction(.immediate) {
          result = try body(Transaction(database))
          return isDryRun ? .rollback : .commit
        }
        return result!
      }
    }
  }

  /// SQLite's own check of the file's structure; it does not see changed values, which
  /// ``Log/verify()`` does.
  public static func verifyFile(_ transaction: Transaction) throws {
    let answers = try String.fetchAll(transaction.database, sql: "PRAGMA integrity_check(10)")
    if answers != ["ok"] {
      throw StoreError.corrupt(position: nil, answers.joined(separator: "; "))
    }
  }

  private static func translating<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws -> Value {
    do { return try body() } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw StoreError.busy
      case .SQLITE_NOTADB: throw StoreError.notAStore(path: path)
      case .SQLITE_CORRUPT: throw StoreError.corrupt(position: nil, error.message ?? "damaged")
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR:
        throw StoreError.cannotWrite(path: path, error.message ?? "\(error.resultCode)")
      default: throw error
      }
    }
  }
}

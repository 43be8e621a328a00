internal import CSQLite
import Foundation
import GRDB

/// One SQLite file that holds the log and its projections.
///
/// Write-ahead log, `synchronous = FULL`, one writer at a time. Reads and writes are transactions:
/// what a closure sees or does is all of it or nothing.
package struct Store: Sendable {
  /// What a store is opened for.
  package enum Purpose: Sendable {
    /// To ask: nothing is written, and the file may lie on a read-only medium.
    case reading
    /// To look at it as it is: as for reading, and SQLite itself leaves the file alone too, which it
    /// else tidies up when the last process closes it.
    case checking
    case writing
  }

  package let path: String
  package var sharing = Sharing.alone
  private let connection: Connection
  var queue: DatabaseQueue { connection.queue }

  /// The database, which is closed when the last copy of the store goes.
  private final class Connection: Sendable {
    let queue: DatabaseQueue
    private let file: OpenFile?

    init(_ queue: DatabaseQueue, to path: String) {
      self.queue = queue
      file = OpenFile(at: path)
      if let file { OpenFiles.shared.add(file) }
    }

    deinit {
      try? queue.close()
      if let file { OpenFiles.shared.remove(file) }
    }
  }

  /// Opens a store that exists; one of an earlier version is brought up to date when it is opened
  /// for writing, and otherwise stays as it is.
  ///
  /// - Parameter cache: in KiB, what is kept of the file at most.
  package init(
    opening path: String, for purpose: Purpose = .writing, patience: Double = 10,
    cache: Int = Store.cache
  ) throws {
    switch try StoreFile(at: path) {
    case .missing: throw StoreError.missing(path: path)
    case .foreign: throw StoreError.notAStore(path: path)
    case .unfinished: _ = try Store(path: path, .checking, patience, cache).version()
    case .store: break
    }
    try self.init(path: path, purpose, patience, cache)
    let version = try version()
    guard version <= Schema.version else { throw StoreError.newer(path: path, version: version) }
    if purpose == .writing, version < Schema.version { try migrate() }
  }

  /// Makes a store, opens the one that is there, or finishes one whose making was interrupted.
  package init(creating path: String) throws {
    let file: StoreFile
    do { file = try StoreFile(at: path) } catch {
      guard case .cannotRead(let path, let reason) = error else { throw error }
      throw StoreError.cannotWrite(path: path, reason)
    }
    switch file {
    case .foreign: throw StoreError.notAStore(path: path)
    case .store:
      try self.init(opening: path)
      return
    case .missing: try PrivateFile.make(path)
    case .unfinished:
      // A database of another program has no application id either, and is left as it is.
      do { _ = try Store(path: path, .checking, 10).version() } catch StoreError.unfinished {}
    }
    try self.init(path: path, .writing, 10)
    try migrate()
  }

  private init(
    path: String, _ purpose: Purpose, _ patience: Double, _ cache: Int = Store.cache
  ) throws {
    self.path = path
    Store.countNoMemory
    let file = URL(fileURLWithPath: path).path
    connection = try Store.translating(path) {
      let queue =
        switch purpose {
        case .writing: try Store.writer(file, patience, cache)
        case .reading, .checking:
          try Store.reader(file, patience, cache, isStrict: purpose == .checking)
        }
      return Connection(queue, to: file)
    }
  }

  private static let countNoMemory: Void = annals_sqlite_count_no_memory()

  /// For a process that appends many records at once, before it opens a store: triggers guard each of them, so that
  /// SQLite writes down what would take it back, by default into a file.
  package static func expectManyRecords() { annals_sqlite_keep_statement_journals() }

  /// In KiB: ids come in no order, so that each touches another page.
  package static let cache = 51_200

  private static func writer(
    _ file: String, _ patience: Double, _ cache: Int
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA page_size = 16384; PRAGMA cache_size = \(-cache)")
    }
    let queue = try DatabaseQueue(path: file, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
      let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
      precondition(level == 2, "SQLite refuses synchronous = FULL")
    }
    return queue
  }

  /// A file whose folder cannot be written, or whose disk is full, is taken for immutable, unless a write-ahead
  /// log beside it still holds what the file lacks.
  private static func reader(
    _ file: String, _ patience: Double, _ cache: Int, isStrict: Bool
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    let isCramped = DiskRoom.isFull(at: file) && !StoreFile.hasIndex(beside: file)
    configuration.prepareDatabase { database in
      // Alone, SQLite needs no index beside the store, for which there is no room; told before it looks.
      if isCramped { try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
      try database.execute(sql: "PRAGMA cache_size = \(-cache)")
    }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    if !isStrict, access(folder, W_OK) == 0 {
      return try DatabaseQueue(path: file, configuration: configuration)
    }
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: file, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
      return queue
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
      || isCramped && error.resultCode == .SQLITE_IOERR
    {
      guard !StoreFile.hasPendingLog(beside: file) else { throw error }
      let uri = URL(fileURLWithPath: file).absoluteString + "?immutable=1"
      return try DatabaseQueue(path: uri, configuration: configuration)
    }
  }

  /// The version of its schema; 0 for one whose making was interrupted.
  package func version() throws -> Int {
    try read { transaction in
      let database = transaction.database
      let id = try Int.fetchOne(database, sql: "PRAGMA application_id")
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      if id == Schema.applicationID { return version }
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      throw tables == 0 ? StoreError.unfinished(path: path) : StoreError.notAStore(path: path)
    }
  }

  package var isUpToDate: Bool { get throws { try version() == Schema.version } }

  private func migrate() throws {
    try write { transaction in
      let database = transaction.database
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      for migration in Schema.migrations(after: version) { try database.execute(sql: migration) }
      try database.execute(
        sql: """
          PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version)
          """)
    }
  }

  /// A consistent view of the store as it is now.
  package func read<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
    try Store.translating(path) { try queue.read { try body(Transaction($0)) } }
  }

  /// As ``read(_:)``, but the closure may make views that go when it ends. It writes nothing else.
  package func readWithViews<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
    try queue.transaction(.deferred, endingIn: .rollback, at: path, body)
  }

  /// Commits what the closure does, or nothing when it throws or the run is dry.
  ///
  /// - Parameter isRepeatable: whether the closure can be called again. It is where other machines wrote to a
  ///   shared log meanwhile.
  package func write<Value>(
    isDryRun: Bool = false, isRepeatable: Bool = true, _ body: (Transaction) throws -> Value
  ) throws -> Value {
    switch sharing {
    case .mirror(let log, let follow) where !isDryRun:
      return try share(with: log, isRepeatable: isRepeatable, follow: follow, body)
    case .away(let name, let reason) where !isDryRun:
      return try keepAway(from: name, reason, body)
    default:
      return try queue.transaction(
        .immediate, endingIn: isDryRun ? .rollback : .commit, at: path, body)
    }
  }

  /// SQLite's own check of the file's structure; it does not see changed values, which
  /// ``Log/verify(noting:)`` does.
  package static func verifyFile(_ transaction: Transaction) throws {
    let answers = try String.fetchAll(transaction.database, sql: "PRAGMA integrity_check(10)")
    if answers != ["ok"] {
      throw StoreError.corrupt(position: nil, answers.joined(separator: "; "))
    }
  }

  static func translating<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws -> Value {
    do { return try body() } catch let error as DatabaseError {
      let reason = error.message ?? "\(error.resultCode)"
      let obstacle = PrivateFile.obstacle(to: path)
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw StoreError.busy
      case .SQLITE_NOTADB: throw StoreError.notAStore(path: path)
      case .SQLITE_CORRUPT: throw StoreError.corrupt(position: nil, error.message ?? "damaged")
      case .SQLITE_CANTOPEN where obstacle == nil:
        throw StoreError.cannotRead(path: path, reason)
      case .SQLITE_CANTOPEN, .SQLITE_READONLY:
        throw StoreError.cannotWrite(path: path, obstacle ?? reason)
      case .SQLITE_FULL, .SQLITE_IOERR:
        let isFull = error.resultCode == .SQLITE_FULL || DiskRoom.isFull(at: path)
        throw StoreError.cannotWrite(path: path, isFull ? "the disk is full" : reason)
      default: throw error
      }
    }
  }
}

extension DatabaseQueue {
  /// Ends so what a closure has done in the file at a path, or undoes it when the closure throws.
  func transaction<Value>(
    _ kind: Database.TransactionKind,
    endingIn completion: Database.TransactionCompletion = .commit, at path: String,
    _ body: (Transaction) throws -> Value
  ) throws -> Value {
    try Store.translating(path) {
      try writeWithoutTransaction { database in
        var result: Value?
        try database.inTransaction(kind) {
          result = try body(Transaction(database))
          return completion
        }
        return result!
      }
    }
  }
}

extension Transaction {
  /// What tells this store from all others: 32 hexadecimal digits, made with it.
  package func storeID() throws -> String? {
    try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'store'")
  }

  package func setting(_ name: String) throws -> String? {
    try String.fetchOne(
      database.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?"), arguments: [name])
  }

  package func set(_ name: String, to value: String?) throws {
    try database.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
    guard let value else { return }
    try database.execute(sql: "INSERT INTO setting VALUES (?, ?)", arguments: [name, value])
  }
}

import EventLog
import EventModel
import Foundation
import GRDB
import TestSupport
import Testing

/// What becomes of files at a store's path.
@Suite struct StoreVersionTests {
  let store: TemporaryStore

  init() throws { store = try TemporaryStore() }

  func set(_ pragma: String) throws {
    try store.write { try $0.database.execute(sql: "PRAGMA \(pragma)") }
  }

  @Test func `a store of a later version is refused with that version`() throws {
    let version = try store.store.version()
    #expect(try store.store.isUpToDate)
    try set("user_version = \(version + 1)")
    #expect(throws: StoreError.newer(path: store.store.path, version: version + 1)) {
      try Store(opening: store.store.path)
    }
  }

  @Test func `a store that was never finished is finished when it is made again`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
    #expect(FileManager.default.createFile(atPath: path, contents: Data()))
    #expect(throws: StoreError.unfinished(path: path)) { try Store(opening: path, for: .reading) }
    #expect(try Store(creating: path).isUpToDate)
    #expect(try Store(creating: path).isUpToDate)
  }

  @Test func `a store whose making ended after its header is finished as well`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
    try DatabaseQueue(path: path).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA journal_mode = WAL")
    }
    #expect(try Data(contentsOf: URL(filePath: path)).count >= 100)
    #expect(throws: StoreError.unfinished(path: path)) { try Store(opening: path, for: .reading) }
    #expect(try Store(creating: path).isUpToDate)
  }

  @Test func `a folder is no store, nor a header that was cut, nor what a file stands above`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(throws: StoreError.notAStore(path: folder)) { try Store(opening: folder) }
    let cut = folder + "/cut"
    try Data("SQLite format 3\0".utf8).write(to: URL(filePath: cut))
    #expect(throws: StoreError.notAStore(path: cut)) { try Store(opening: cut) }
    #expect(throws: StoreError.missing(path: cut + "/x")) { try Store(opening: cut + "/x") }
    #expect(throws: StoreError.missing(path: folder + "/x")) { try Store(opening: folder + "/x") }
  }

  @Test func `links that lead nowhere, or to themselves, are named`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (loop, dangling) = (folder + "/loop", folder + "/dangling")
    symlink("loop", loop)
    symlink("none/store", dangling)
    let loops = StoreError.cannotRead(path: loop, "Too many levels of symbolic links")
    #expect(throws: loops) { try Store(opening: loop) }
    let unmade = StoreError.cannotWrite(path: loop, "Too many levels of symbolic links")
    #expect(throws: unmade) { try Store(creating: loop) }
    let none = StoreError.cannotWrite(path: dangling, "No such file or directory")
    #expect(throws: none) { try Store(creating: dangling) }
  }

  @Test func `a new store whose id stands in its log file is one, an empty log file holds none`()
    throws
  {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA journal_mode = WAL")
      #expect(!StoreFiles.isStore(path))
      #expect(FileManager.default.createFile(atPath: path + "-wal", contents: Data()))
      #expect(!StoreFiles.isStore(path))
      try $0.execute(sql: "PRAGMA application_id = \(0x616E_6C73)")
    }
    #expect(StoreFiles.isStore(path))
    try queue.close()
    #expect(StoreFiles.isStore(path))
    #expect(!StoreFiles.isStore(path + "-none"))
  }

  @Test func `what stands where SQLite keeps its files is named by SQLite's own words`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    let path = folder + "/store"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try Store(creating: path)
    try FileManager.default.createDirectory(
      atPath: path + "-wal", withIntermediateDirectories: false)
    #expect(throws: StoreError.cannotRead(path: path, "unable to open database file")) {
      try Store(opening: path).write { try $0.set("x", to: "y") }
    }
  }

  @Test func `who checks a store leaves its log file, who reads it tidies up`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    let ends = ["", "-wal", "-shm"]
    defer { for end in ends { try? FileManager.default.removeItem(atPath: path + end) } }
    try store.append(3)
    for end in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: store.store.path + end, toPath: path + end)
    }
    func position(_ purpose: Store.Purpose) throws -> Int64 {
      try Store(opening: path, for: purpose).read { try Log($0).head().position }
    }
    func hasLogFile() -> Bool { FileManager.default.fileExists(atPath: path + "-wal") }
    #expect(try position(.checking) == 3)
    #expect(hasLogFile())
    #expect(try position(.reading) == 3)
    #expect(!hasLogFile())
  }

  @Test func `a store that may not grow says that the disk is full`() throws {
    let full = StoreError.cannotWrite(path: store.store.path, "the disk is full")
    #expect(throws: full) {
      try store.write { transaction in
        try transaction.database.execute(sql: "PRAGMA max_page_count = 1")
        try transaction.set("x", to: String(repeating: "y", count: 1 << 20))
      }
    }
  }

  @Test func `an index that misses a row is damage, though every page can be read`() throws {
    try store.append(3)
    try store.read { try Store.verifyFile($0) }
    try store.write {
      try $0.database.execute(
        sql: """
          CREATE TABLE t(x); INSERT INTO t VALUES (1), (2); CREATE INDEX t_x ON t(x);
          PRAGMA writable_schema = ON;
          UPDATE sqlite_master SET sql = 'CREATE INDEX t_x ON t(-x)' WHERE name = 't_x'
          """)
    }
    let error = #expect(throws: StoreError.self) {
      try Store(opening: store.store.path, for: .checking).read { try Store.verifyFile($0) }
    }
    guard case .corrupt(nil, let reason)? = error else { return }
    #expect(reason.contains("missing from index t_x"))
  }

  @Test func `another program's database is left alone`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try DatabaseQueue(path: path).write {
      try $0.execute(sql: "PRAGMA application_id = 7; CREATE TABLE t(x)")
    }
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(throws: StoreError.notAStore(path: path)) { try Store(opening: path) }
    #expect(throws: StoreError.notAStore(path: path)) { try Store(creating: path) }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func `a store of the first version is brought up to date by who writes, not by who asks`()
    throws
  {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
    // What the first migration alone leaves.
    try DatabaseQueue(path: path).write { database in
      try database.execute(
        sql: """
          CREATE TABLE record(position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
            type INTEGER NOT NULL, recorded INTEGER NOT NULL, data TEXT NOT NULL,
            hash BLOB NOT NULL) STRICT;
          CREATE TABLE projection(name TEXT, version INTEGER, position INTEGER);
          CREATE TABLE projection_error(name TEXT, version INTEGER, position INTEGER, error TEXT);
          PRAGMA application_id = \(0x616E_6C73); PRAGMA user_version = 1
          """)
    }
    #expect(try Store(opening: path, for: .reading).isUpToDate == false)
    #expect(try Store(opening: path, for: .checking).isUpToDate == false)
    #expect(try Store(opening: path).isUpToDate)
    #expect(try Store(opening: path).read { try $0.storeID() }?.count == 32)
  }

  @Test func `a damaged file is named as such`() throws {
    for number in 0..<40 { try store.append(number * 20 + 20) }
    let path = store.store.path
    try DatabaseQueue(path: path).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let file = try FileHandle(forUpdating: URL(filePath: path))
    let size = try file.seekToEnd()
    try file.seek(toOffset: 16_384)
    try file.write(contentsOf: [UInt8](repeating: 0xA5, count: Int(size) - 16_384))
    try file.close()
    #expect(throws: (any Error).self) { try store.read { try Store.verifyFile($0) } }
    let error = #expect(throws: StoreError.self) { try store.read { try Log($0).verify() } }
    guard case .corrupt(_, "the file is damaged there") = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}

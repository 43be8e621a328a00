import EventLog
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
    try file.seek(toOffset: 3 * 16_384)
    try file.write(contentsOf: [UInt8](repeating: 0xA5, count: 16_384))
    try file.close()
    #expect(throws: (any Error).self) { try store.read { try Store.verifyFile($0) } }
  }
}

import EventModel
import Foundation
import GRDB
import TestSupport
import Testing

@testable import EventLog

/// A copy is the store as it was at one moment, or is not there.
@Suite struct StoreCopyTests {
  let store: TemporaryStore
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  var target: String { folder.appending(path: "copy.sqlite").path }

  init() throws {
    store = try TemporaryStore()
    try store.append([.event("a"), .event("b")])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `the copy has the log, the tables and the id, and is a file by itself`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let head = try store.store.copy(to: target)
    let copy = try Store(opening: target, for: .checking)
    #expect(try head == store.read { try Log($0).head() })
    #expect(try copy.read { try Log($0).head() } == head)
    #expect(try copy.read { try $0.storeID() } == store.read { try $0.storeID() })
    #expect(try copy.read { try contents($0) } == store.read { try contents($0) })
    #expect(try files() == ["copy.sqlite"])
    var status = stat()
    #expect(stat(target, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  private func contents(_ transaction: Transaction) throws -> [String] {
    try String.fetchAll(
      transaction.database, sql: "SELECT account || type FROM account ORDER BY account")
  }

  @Test func `it holds what was committed while another process writes`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let head = try store.read { try Log($0).head() }
    let reader = try Store(opening: store.store.path, for: .reading)
    try store.write { transaction in
      _ = try Log(transaction).append([.event("c")], now: store.now)
      #expect(try reader.copy(to: target) == head)
    }
    #expect(try store.read { try Log($0).head() }.position == head.position + 1)
  }

  @Test(arguments: ["", "-wal", "-shm", "-journal"])
  func `nothing is replaced, nor left beside what SQLite would take for its own`(ending: String)
    throws
  {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("mine".utf8).write(to: URL(filePath: target + ending))
    #expect(throws: StoreError.exists(path: target + ending)) { try store.store.copy(to: target) }
    #expect(try files() == ["copy.sqlite" + ending])
    #expect(try Data(contentsOf: URL(filePath: target + ending)) == Data("mine".utf8))
  }

  @Test func `a store with a changed record has no copy`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try store.write { transaction in
      try transaction.database.execute(
        sql: """
          DROP TRIGGER record_is_not_changed;
          UPDATE record SET data = replace(data, 'a', 'b') WHERE position = 2
          """)
    }
    #expect(throws: StoreError.self) { try store.store.copy(to: target) }
    #expect(try files() == [])
  }

  @Test func `a draft that a run left is made anew`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("half".utf8).write(to: URL(filePath: target + ".partial"))
    try Data("half".utf8).write(to: URL(filePath: target + ".partial-wal"))
    _ = try store.store.copy(to: target)
    #expect(try files() == ["copy.sqlite"])
  }

  @Test func `compacting keeps the log and takes less room`() throws {
    try store.write { transaction in
      try transaction.database.execute(
        sql: "CREATE TABLE waste AS SELECT randomblob(2000000) AS x; DROP TABLE waste")
    }
    let (head, before) = (try store.read { try Log($0).head() }, store.store.size)
    try store.store.compact()
    #expect(store.store.size < before - 1_500_000)
    #expect(try store.read { try Log($0).head() } == head)
    try store.read { try Log($0).verify() }
  }
}

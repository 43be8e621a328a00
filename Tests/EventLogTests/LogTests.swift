import EventLog
import EventModel
import Foundation
import GRDB
import JSONText
import TestSupport
import Testing

@Suite struct LogTests {
  static let noon = Instant("2023-05-15T12:00:00Z")!

  @Test func `what is appended is read again in order`() throws {
    let store = try TemporaryStore()
    let appended = try store.append(3)
    let read = try store.read { try Log($0).read(after: 0, limit: 10) }
    #expect(read == appended)
    #expect(read.map(\.position) == [1, 2, 3])
  }

  @Test func `the same fact is recorded once`() throws {
    let store = try TemporaryStore()
    #expect(try store.append(3).count == 3)
    #expect(try store.append(5).map(\.position) == [4, 5])
    #expect(try store.append(5).isEmpty)
  }

  @Test func `recorded times never go back`() throws {
    let store = try TemporaryStore()
    try store.append(1, now: Self.noon)
    let earlier = Instant(milliseconds: Self.noon.milliseconds - 1000)
    #expect(try store.append(2, now: earlier).map(\.recorded) == [Self.noon])
  }

  @Test func `a moment maps to the last position recorded by then`() throws {
    let store = try TemporaryStore()
    for hour in 1...20 {
      try store.append(hour, now: Instant(milliseconds: Int64(hour / 2) * 3_600_000))
    }
    for hour in -1...11 {
      let moment = Instant(milliseconds: Int64(hour) * 3_600_000 + 1)
      let position = try store.read { try Log($0).position(asOf: moment) }
      #expect(position == Int64(hour < 0 ? 0 : min(20, hour * 2 + 1)))
    }
  }

  @Test(arguments: [
    "UPDATE record SET data = '{}' WHERE position = 2", "DELETE FROM record WHERE position = 2",
    "INSERT INTO record VALUES (9, x'00', 1, 0, '{}', x'00')",
    "INSERT OR REPLACE INTO record SELECT 4, id, type, recorded, data, hash FROM record LIMIT 1",
    "REPLACE INTO record SELECT * FROM record WHERE position = 1",
  ])
  func `SQL cannot change, delete, replace or skip records`(sql: String) throws {
    let store = try TemporaryStore()
    try store.append(3)
    #expect(throws: DatabaseError.self) { try store.write { try $0.database.execute(sql: sql) } }
    #expect(try store.read { try Log($0).head() }.position == 3)
  }

  @Test func `every flipped byte of a record is found where it is`() throws {
    for column in ["id", "recorded", "type", "data", "hash"] {
      let store = try TemporaryStore()
      try store.append(5)
      try store.read { try Log($0).verify() }
      try store.tamper(
        """
        UPDATE record SET \(column) = CASE typeof(\(column)) WHEN 'integer' THEN \(column) + 1
        WHEN 'text' THEN replace(\(column), 'title', 'titlE') ELSE
        CAST(x'ff' || substr(\(column), 2) AS BLOB) END WHERE position = 3
        """)
      let error = #expect(throws: StoreError.self) { try store.read { try Log($0).verify() } }
      guard case .corrupt(position: 3, _) = error else {
        Issue.record("\(column): \(String(describing: error))")
        continue
      }
    }
  }

  @Test func `a record taken out of the middle is missed`() throws {
    let store = try TemporaryStore()
    try store.append(5)
    try store.tamper("DELETE FROM record WHERE position = 4")
    let error = #expect(throws: StoreError.self) { try store.read { try Log($0).verify() } }
    guard case .corrupt(position: 4, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a log that went out as CloudEvents comes back with the same head hash`() throws {
    let original = try TemporaryStore()
    let records = try original.append(12)
    let lines = records.map { record in
      var line: [UInt8] = []
      CloudEvent.write(record, last: 12, to: &line)
      return line
    }
    let copy = try TemporaryStore()
    let read = try lines.map { try CloudEvent(line: $0).record }
    try copy.store.write { _ = try Log($0).append(read, now: Self.noon) }
    #expect(
      try copy.read { try Log($0).head() } == original.read { try Log($0).head() })
  }

  @Test func `commits reach the disk before they are acknowledged`() throws {
    let store = try TemporaryStore()
    let level = try store.read { try Int.fetchOne($0.database, sql: "PRAGMA synchronous") }
    #expect(level == 2)
    #expect(
      try store.read { try String.fetchOne($0.database, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test func `a database of another program is left as it is`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE theirs(x); INSERT INTO theirs VALUES (1)") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StoreError.notAStore(path: path)) { try Store(creating: path) }
    #expect(throws: StoreError.notAStore(path: path)) { try Store(opening: path) }
    #expect(throws: StoreError.notAStore(path: path)) { try Store(opening: path, for: .reading) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func `a store whose making was interrupted is finished, and asked in vain till then`()
    throws
  {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.unfinished(path: path)) { try Store(opening: path, for: .reading) }
    #expect(try Store(creating: path).isUpToDate)
    #expect(try Store(opening: path, for: .reading).isUpToDate)
  }

  @Test func `a file that is no store is refused`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: StoreError.missing(path: path)) { try Store(opening: path) }
    try "not a database, but long enough to look".write(
      toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: StoreError.notAStore(path: path)) { try Store(opening: path) }
  }
}

import EventModel
import TestSupport
import Testing

@testable import SideTables

@Suite struct ReaderTests {
  let store: TemporaryStore

  init() throws { store = try .withSideTables() }

  func look(_ position: Int64, _ time: String, after place: Int64, by reader: String = "a") throws {
    try store.write { transaction in
      try ReaderTable(transaction).note(
        Look(position: position, at: Instant(time)!), after: place, of: reader)
    }
  }

  func last(_ reader: String = "a") throws -> String? {
    try store.read { try ReaderTable($0).lastLook(of: reader) }.map {
      "\($0.look.position) \($0.look.at.day) \($0.shown)"
    }
  }

  @Test func `a look moves the place, and an empty one only the time`() throws {
    #expect(try last() == nil)
    try look(5, "2023-01-01", after: 2)
    #expect(try last() == "5 2023-01-01 2")
    try look(5, "2023-01-02", after: 5)
    #expect(try last() == "5 2023-01-02 2")
    try look(9, "2023-01-03", after: 5)
    #expect(try last() == "9 2023-01-03 5")
    try look(4, "2023-01-04", after: 9)
    #expect(try last() == "9 2023-01-04 5")
    #expect(try last("b") == nil)
  }

  @Test func `what was read is kept for each reader, once`() throws {
    func note(_ items: [Int64], _ areRead: Bool, by reader: String = "a") throws -> Int {
      try store.write { try ReaderTable($0).note(items, areRead: areRead, by: reader) }
    }
    func read(_ reader: String = "a") throws -> Set<Int64> {
      try store.read { try ReaderTable($0).itemsRead(by: reader) }
    }
    #expect(try note([1, 2], true) == 2)
    #expect(try note([2, 3], true) == 1)
    #expect(try note([1, 9], false) == 1)
    #expect(try read() == [2, 3])
    #expect(try read("b") == [])
  }

  @Test func `a store without the tables has had no reader`() throws {
    let bare = try TemporaryStore()
    try bare.read { (transaction) throws in
      #expect(try ReaderTable(transaction).lastLook(of: "a") == nil)
      #expect(try ReaderTable(transaction).itemsRead(by: "a") == [])
    }
  }
}

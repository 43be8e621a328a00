import EventLog
import EventModel
import SideTables
import TestSupport
import Testing

/// What a second reader has read and is still to read.
@Suite struct ReadingTableTests {
  private let now = Instant("2026-11-23T12:00:00Z")!

  private func within(_ body: (ReadingTable) throws -> Void) throws {
    let store = try TemporaryStore.withSideTables()
    try store.write { try body(ReadingTable($0)) }
  }

  @Test func `an item that is owed a question is known by its feed, and counts no attempt`() throws
  {
    try within { table in
      try table.note("a", of: "feed", key: "1", by: "model:m@1", isAsked: false, at: now)
      #expect(try table.all(of: "model:m@1").map(\.attempts) == [0])
      try table.note("a", of: "other", key: "2", by: "model:m@1", isAsked: true, at: now)
      try table.note("a", of: "other", key: "2", by: "model:m@1", isAsked: true, at: now)
      let entry = try #require(table.all(of: "model:m@1").first)
      #expect(entry.attempts == 2)
      #expect(entry.feed == "feed")
      #expect(entry.key == "1")
      #expect(entry.reading == nil)
      #expect(try table.all(of: "model:m@2").isEmpty)
    }
  }

  @Test func `a reading is kept for its reader, and what it disputes is told`() throws {
    try within { table in
      for (content, isDisputed) in [("a", false), ("b", true)] {
        try table.note(content, of: "f", key: content, by: "model:m@1", isAsked: true, at: now)
        try table.save("{}", isDisputed: isDisputed, of: content, by: "model:m@1")
      }
      #expect(try table.all(of: "model:m@1").map(\.reading) == ["{}", "{}"])
      #expect(try table.disputed().map(\.content) == ["b"])
    }
  }

  @Test func `a day's budget is given away once, and the next day has its own`() throws {
    try within { table in
      let granted = try [(3, 5, 0), (3, 5, 0), (1, 5, 0), (1, 4, 0), (9, 5, 1)].map {
        try table.reserve($0.0, of: $0.1, on: now.day.advanced(by: $0.2))
      }
      #expect(granted == [3, 2, 0, 0, 5])
    }
  }
}

import EventLog
import EventModel
import TestSupport
import Testing

/// When the log learned what, and what it knew when.
@Suite struct LogTimeTests {
  let store: TemporaryStore

  init() throws { store = try TemporaryStore() }

  func moment(_ hour: Int) -> Instant { Instant(milliseconds: Int64(hour) * 3_600_000) }

  func fact(_ name: String, recorded hour: Int? = nil) -> NewRecord {
    NewRecord(
      id: .named(name),
      change: .itemObserved(ItemObservation(feed: "f", feedTitle: "f", key: name, title: name)),
      recorded: hour.map(moment))
  }

  /// The clock is found to have run ahead of `hour`.
  func correction(_ name: String, to hour: Int) throws -> NewRecord {
    let last = try store.read { try Log($0).head().recorded }
    return NewRecord(
      id: .named(name), change: .clockCorrected(ClockCorrection(from: last!, to: moment(hour))))
  }

  func known(at hour: Int, minus milliseconds: Int64 = 0) throws -> Int64 {
    let moment = Instant(milliseconds: moment(hour).milliseconds - milliseconds)
    return try store.read { try Log($0).position(asOf: moment) }
  }

  @Test func `a record of the very moment is known then, not a millisecond before`() throws {
    for hour in [3, 5, 5, 8] {
      let head = try store.read { try Log($0).head().position }
      try store.append([fact("\(head + 1)")], now: moment(hour))
    }
    #expect(try [2, 3, 4, 5, 7, 8, 9].map { try known(at: $0) } == [0, 1, 1, 3, 3, 4, 4])
    #expect(try [3, 5, 8].map { try known(at: $0, minus: 1) } == [0, 1, 3])
  }

  @Test func `a copy keeps the times of its original, and they never go back`() throws {
    let records = try store.append(
      [fact("a", recorded: 3), fact("b", recorded: 9), fact("c", recorded: 4), fact("d")],
      now: moment(7))
    #expect(records.map(\.recorded) == [3, 9, 9, 9].map(moment))
  }

  @Test func `after a correction of the clock time goes on from where it really is`() throws {
    try store.append([fact("a")], now: moment(1))
    try store.append([fact("b")], now: moment(90))
    try store.append([correction("c", to: 3)], now: moment(4))
    let later = try store.append([fact("d")], now: moment(5))
    #expect(later.map(\.recorded) == [moment(5)])
    #expect(try [0, 1, 2, 3, 4, 5, 90].map { try known(at: $0) } == [0, 1, 1, 3, 3, 4, 4])
  }

  @Test func `two corrections are both heeded`() throws {
    try store.append([fact("a")], now: moment(50))
    try store.append([correction("b", to: 20)], now: moment(20))
    try store.append([fact("c")], now: moment(30))
    try store.append([correction("d", to: 10)], now: moment(10))
    try store.append([fact("e")], now: moment(11))
    #expect(try [9, 10, 11, 20, 50].map { try known(at: $0) } == [0, 4, 5, 5, 5])
  }

  @Test func `what was decided from an earlier end of the log is refused`() throws {
    let empty = try store.read { try Log($0).head() }
    try store.append([fact("a")])
    #expect(throws: StoreError.overtaken) {
      try store.write { try Log($0).append([fact("b")], expecting: empty, now: store.now) }
    }
    let head = try store.read { try Log($0).head() }
    let appended = try store.write {
      try Log($0).append([fact("b")], expecting: head, now: store.now)
    }
    #expect(appended.map(\.position) == [2])
  }
}

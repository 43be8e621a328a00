import EventLog
import EventModel
import Projections
import TestSupport
import Testing

/// Indexes that are put off where one transaction folds much.
@Suite struct IndexDeferralTests {
  let store = try! TemporaryStore()
  let missing = "index event_day is missing"

  init() throws { try store.append(events("old", 3)) }

  private func events(_ name: String, _ count: Int) -> [NewRecord] {
    (0..<count).map { .event("\(name)\($0)", on: "2023-05-0\($0 + 1)") }
  }

  /// Appends so many events in two parts; gives what is wrong with the schema behind the first.
  private func faults(
    behind count: Int, atLeast least: Int64, endingAs ending: (inout IndexDeferral) throws -> Void
  ) throws -> [String] {
    try store.write { transaction in
      var indexes = try IndexDeferral(in: transaction, atLeast: least)
      let folded = try Projector.append(events("a\(least)", count), to: transaction, now: store.now)
      try indexes.note(folded.count)
      let faults = try Projector.schemaFaults(transaction)
      _ = try Projector.append(events("b\(least)", 2), to: transaction, now: store.now)
      try ending(&indexes)
      return faults
    }
  }

  @Test func `behind more records than the log had they are put off until the end`() throws {
    #expect(try faults(behind: 4, atLeast: 2) { try $0.end() }.contains(missing))
    #expect(try store.read(Projector.schemaFaults) == [])
    #expect(try store.write(Projector.verify) == [])
    let days = try store.store.ask { snapshot in
      try snapshot.events(matching: ReportFilter(), order: .occurred).count
    }
    #expect(days == 9)
  }

  @Test func `of no more records than the log had they are kept`() throws {
    #expect(try faults(behind: 3, atLeast: 2) { try $0.end() } == [])
    #expect(try faults(behind: 4, atLeast: 9) { try $0.end() } == [])
  }

  @Test func `they stay where the transaction is taken back`() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try faults(behind: 4, atLeast: 2) { _ in throw Stop() } }
    #expect(try store.read(Projector.schemaFaults) == [])
  }
}

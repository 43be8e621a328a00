import EventLog
import EventModel
import Ingestion
import Projections
import TestSupport
import Testing

/// An exported log in other stores.
@Suite struct CopyTests {
  let original: TemporaryStore
  let now = Instant("2023-05-15T12:00:00Z")!

  init() throws {
    original = try TemporaryStore()
    for (hour, name) in ["a", "b", "c"].enumerated() {
      let moment = Instant(milliseconds: now.milliseconds - Int64(10 - hour) * 3_600_000)
      try original.append([.event(name)], now: moment)
    }
  }

  /// The first so many records of the original.
  func export(_ count: Int = 3) throws -> ExportedLog {
    let records = try original.read { try Log($0).read(after: 0, limit: count) }
    var text: [UInt8] = []
    for record in records {
      CloudEvent.write(record, last: Int64(count), to: &text)
      text.append(0x0A)
    }
    return ExportedLog(file: "log.jsonl", lines: Lines(of: "log.jsonl", bytes: text))
  }

  func heads(_ copy: TemporaryStore) throws -> [Head] {
    try [copy, original].map { store in try store.read { try Log($0).head() } }
  }

  @Test func `an empty store becomes a copy, with the original's times and hashes`() throws {
    let copy = try TemporaryStore()
    #expect(try copy.store.importLog(export(), now: now).records == 3)
    let heads = try heads(copy)
    #expect(heads[0] == heads[1])
    #expect(try copy.store.importLog(export(), now: now).records == 0)
  }

  @Test func `a store that holds the beginning goes on as a copy`() throws {
    let copy = try TemporaryStore()
    _ = try copy.store.importLog(export(2), now: now)
    #expect(try copy.store.importLog(export(), now: now).records == 1)
    let heads = try heads(copy)
    #expect(heads[0] == heads[1])
  }

  @Test func `any other store learns of the facts now`() throws {
    let other = try TemporaryStore()
    try other.append([.event("d")], now: Instant("2023-01-01")!)
    #expect(try other.store.importLog(export(), now: now).records == 3)
    let records = try other.read { try Log($0).read(after: 1, limit: 9) }
    #expect(records.allSatisfy { $0.recorded == now })
  }

  @Test func `a store with another beginning of the same length learns of them now`() throws {
    let other = try TemporaryStore()
    try other.append([.event("a")], now: Instant("2023-01-01")!)
    #expect(try other.store.importLog(export(), now: now).records == 2)
    #expect(try other.read { try Log($0).head() }.recorded == now)
  }

  @Test func `a store that has more than the export learns nothing`() throws {
    let copy = try TemporaryStore()
    _ = try copy.store.importLog(export(), now: now)
    #expect(try copy.store.importLog(export(2), now: now).records == 0)
  }

  /// The original's lines from one on.
  func part(_ range: Range<Int>) throws -> ExportedLog {
    let records = try original.read { try Log($0).read(after: 0, limit: 3) }
    var text: [UInt8] = []
    for record in records[range] {
      CloudEvent.write(record, last: 3, to: &text)
      text.append(0x0A)
    }
    return ExportedLog(file: "part.jsonl", lines: Lines(of: "part.jsonl", bytes: text))
  }

  @Test func `a part goes on where the store ends, as a copy only with the line that says so`()
    throws
  {
    for (range, isCopy) in [(1..<3, true), (2..<3, false)] {
      let copy = try TemporaryStore()
      _ = try copy.store.importLog(export(2), now: now)
      #expect(throws: Finding.self) { try copy.store.importLog(part(range), now: now) }
      #expect(try copy.store.importLog(part(range), now: now, isPartial: true).records == 1)
      let heads = try heads(copy)
      #expect((heads[0] == heads[1]) == isCopy)
    }
  }

  @Test func `a log that shows itself to be wrong in its last line leaves nothing behind`() throws {
    let copy = try TemporaryStore()
    #expect(throws: Finding.self) { try copy.store.importLog(part(0..<2), now: now) }
    #expect(try copy.read { try Log($0).head().position } == 0)
  }
}

extension Store {
  /// Appends what an exported log holds and this one does not, all of it or nothing.
  fileprivate func importLog(
    _ log: ExportedLog, now: Instant, isPartial: Bool = false
  ) throws -> Appended {
    try write { try $0.append(log: log, now: now, isPartial: isPartial) }
  }
}

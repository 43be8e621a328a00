import EventLog
import EventModel
import Projections
import Synchronization
import TestSupport
import Testing

/// Stores that mirror a log which many share; here a store stands for its servers.
@Suite struct MirrorTests {
  /// A log, and the machines that share it.
  private let log = try! SharedLog()

  @Test func `what one machine appends the others have, at the same place with the same hash`()
    throws
  {
    let (one, other) = (try log.node(), try log.node())
    try one.append([.reported("a"), .reported("b")])
    try other.append([.reported("c")])
    try one.store.follow(log)
    #expect(try one.head == other.head)
    #expect(try one.head.position == 3)
    #expect(try log.end() == 3)
    #expect(try one.titles == other.titles)
  }

  @Test func `what was decided before others wrote is decided anew`() throws {
    let (one, other) = (try log.node(), try log.node())
    try other.append([.reported("a")])
    var seen: [Int64] = []
    let records = try one.store.append(now: one.now) { known in
      seen.append(known.position)
      return [.reported(try known.contains(.named("r a")) ? "second" : "first")]
    }
    #expect(seen == [0, 1])
    #expect(records.map(\.id) == [.named("r second")])
    #expect(try log.end() == 2)
    #expect(try one.store.read { try Log($0).contains(.named("r first")) } == false)
  }

  @Test func `what cannot be decided anew is not appended`() throws {
    let (one, other) = (try log.node(), try log.node())
    try other.append([.reported("a")])
    #expect(throws: StoreError.overtaken) {
      try one.store.write(isRepeatable: false) { transaction in
        let known = try Snapshot(of: transaction)
        _ = try Projector.append(
          [.reported("b")], decidedFrom: known, to: transaction, now: one.now)
      }
    }
    // It knows what was in its way.
    #expect(try one.head == other.head)
    #expect(try log.end() == 1)
  }

  @Test func `who never gets a turn gives up`() throws {
    let (one, other) = (try log.node(), try log.node())
    var turns = 0
    #expect(throws: StoreError.overtaken) {
      try one.store.append(now: one.now) { _ in
        turns += 1
        try other.append([.reported("other \(turns)")])
        return [.reported("mine")]
      }
    }
    #expect(turns == 20)
  }

  @Test func `what holds wherever the log ends comes after what others wrote`() throws {
    let (one, other) = (try log.node(), try log.node())
    try other.append([.reported("a")])
    let appended = try one.store.write(isRepeatable: false) {
      try Projector.append([.reported("a"), .reported("b")], to: $0, now: one.now).count
    }
    // As it saw them; the log has the first only once.
    #expect(appended == 2)
    #expect(try log.end() == 2)
    #expect(try one.titles == ["a", "b"])
  }

  @Test func `much that holds wherever the log ends is offered whole though others wrote`() throws {
    let (one, other) = (try log.node(), try log.node())
    try other.append([.reported("a")])
    let type = RecordType(name: "of.tomorrow", version: 1)
    try one.store.write(isRepeatable: false) { transaction in
      let news = (1...20_500).map {
        NewRecord(id: .naming("many", "\($0)"), type: type, payload: [0x7B, 0x7D])
      }
      _ = try Projector.append(news, to: transaction, now: one.now)
    }
    #expect(try log.end() == 20_501)
    #expect(try one.head == log.hub.head)
  }

  @Test func `what stands beside the log is kept with what was appended`() throws {
    let (one, other) = (try log.node(), try log.node())
    try other.append([.reported("a")])
    try one.store.write { transaction in
      _ = try Projector.append([.reported("b")], to: transaction, now: one.now)
      try transaction.set("beside", to: "kept")
    }
    #expect(try one.store.read { try $0.setting("beside") } == "kept")
    #expect(try log.end() == 2)
  }

  @Test func `more than the log takes at once goes in pieces that cut no decision`() throws {
    let one = try log.node()
    try one.store.write { transaction in
      for (name, count) in [("a", 600), ("b", 400), ("c", 1), ("d", 2300), ("e", 600), ("f", 400)] {
        let known = try Snapshot(of: transaction)
        let news = (1...count).map { NewRecord.reported("\(name) \($0)") }
        _ = try Projector.append(news, decidedFrom: known, to: transaction, now: one.now)
      }
    }
    // c goes first of a piece that d overfills; only d, which no piece holds, is cut.
    #expect(log.pieces.withLock { $0 } == [1000, 1, 1000, 1000, 900, 400])
    #expect(try log.end() == 4301)
  }

  @Test func `a store that begins late follows in batches, and one cut short goes on`() throws {
    try log.node().store.write { transaction in
      let news = (1...2500).map { NewRecord.reported("\($0)") }
      _ = try Projector.append(news, to: transaction, now: Instant(milliseconds: 1))
    }
    struct Cut: Error {}
    let late = try TemporaryStore()
    #expect(throws: Cut.self) {
      try late.store.follow(log) { if $0 > 1000 { throw Cut() } }
    }
    let cut = try late.head.position
    #expect(1000..<2500 ~= cut)
    #expect(try late.store.follow(log) == 2500)
    #expect(try late.head == log.hub.head)
    try late.store.read { try Log($0).verify() }
  }

  @Test func `a log that is exactly one batch long is followed to its end`() throws {
    try log.hub.append((1...1000).map { NewRecord.reported("\($0)") })
    let late = try TemporaryStore()
    #expect(try late.store.follow(log) == 1000)
    #expect(try late.store.follow(log) == 1000)
  }

  @Test func `a machine whose last record is another says so at once`() throws {
    let one = try TemporaryStore()
    try one.append([.reported("a")])
    try log.hub.append([.reported("b")])
    #expect(throws: StoreError.self) { try one.store.follow(log) }
    #expect(try one.head.position == 1)
  }

  @Test func `a machine whose records are the same but earlier ones differ says so at once`() throws
  {
    let one = try TemporaryStore()
    try one.append([.reported("a"), .reported("b")])
    try log.hub.append([.reported("x"), .reported("b")])
    let error = #expect(throws: StoreError.self) { try one.store.follow(log) }
    guard case .diverged(2, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    NewRecord(
      id: .named("r a"), type: RecordType(name: "event.reported", version: 9),
      payload: [0x7B, 0x7D]),
    NewRecord(
      id: .named("r a"), type: NewRecord.reported("a").type, payload: [0x7B, 0x7D]),
    NewRecord(
      id: .named("r z"), type: NewRecord.reported("a").type,
      payload: NewRecord.reported("a").payload),
  ])
  func `a machine whose record of that place has another id, type or payload says so`(
    other: NewRecord
  ) throws {
    log.tellsHashes.withLock { $0 = false }
    let one = try TemporaryStore()
    try one.append([.reported("a")])
    try log.hub.append([other])
    #expect(throws: StoreError.self) { try one.store.follow(log) }
  }

  @Test func `a log that is shorter than its mirror is another log`() throws {
    let one = try TemporaryStore()
    try one.append([.reported("a"), .reported("b"), .reported("c")])
    try log.hub.append([.reported("a")])
    let error = #expect(throws: StoreError.self) { try one.store.follow(log) }
    guard case .diverged(2, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a log that brings a record twice is not followed`() throws {
    let one = try TemporaryStore()
    try log.hub.append([.reported("a"), .reported("b")])
    try one.store.follow(log)
    log.repeats.withLock { $0 = true }
    try log.hub.append([.reported("c")])
    #expect(throws: StoreError.self) { try one.store.follow(log) }
    #expect(try one.head.position == 2)
  }

  @Test func `away from the log only what needs none is written`() throws {
    let one = try TemporaryStore()
    var store = one.store
    store.sharing = .away(from: "nats://h/A", "no answer")
    try store.write { try $0.set("beside", to: "kept") }
    #expect(throws: StoreError.away(log: "nats://h/A", "no answer")) {
      try store.write { try Projector.append([.reported("a")], to: $0, now: one.now) }
    }
    #expect(try one.head.position == 0)
    #expect(try store.read { try $0.setting("beside") } == "kept")
  }

  @Test func `a dry run tells the log nothing`() throws {
    let one = try log.node()
    let count = try one.store.write(isDryRun: true) {
      try Projector.append([.reported("a")], to: $0, now: one.now).count
    }
    #expect(count == 1)
    #expect(try log.end() == 0 && one.head.position == 0)
  }
}

/// A log in a store of its own, and how it is used.
private final class SharedLog: LogStore {
  let hub: TemporaryStore
  private let own: StoreLog
  /// How many records came at once.
  let pieces = Mutex<[Int]>([])
  let tellsHashes = Mutex(true)
  /// Whether its news begin with its first record.
  let repeats = Mutex(false)

  init() throws {
    hub = try TemporaryStore()
    own = StoreLog(hub.store)
  }

  func end() throws -> Int64 { try own.end() }

  func append(_ decided: [LogEntry], expecting position: Int64) throws {
    try own.append(decided, expecting: position)
    pieces.withLock { $0.append(decided.count) }
  }

  func append(_ offered: [LogEntry]) throws -> [Int64?] { try own.append(offered) }

  func read(after position: Int64, limit: Int) throws -> [LogEntry] {
    var entries = try own.read(after: position, limit: limit)
    if repeats.withLock({ $0 }), entries.count > 1 {
      entries[1] = try own.read(after: 0, limit: 1)[0]
    }
    return tellsHashes.withLock { $0 } ? entries : entries.map { LogEntry($0.record) }
  }

  /// A machine with a store that mirrors it.
  func node() throws -> Machine { try Machine(self) }
}

private final class Machine {
  private let temporary: TemporaryStore
  let store: Store
  let now: Instant

  init(_ log: SharedLog) throws {
    temporary = try TemporaryStore()
    var store = temporary.store
    store.sharing = .mirror(of: log) { try $0.follow(log) }
    self.store = store
    now = temporary.now
  }

  func append(_ records: [NewRecord]) throws {
    try store.write { transaction in
      let known = try Snapshot(of: transaction)
      let news = try records.filter { try !known.contains($0.id) }
      _ = try Projector.append(news, decidedFrom: known, to: transaction, now: now)
    }
  }

  var head: Head { get throws { try temporary.head } }

  /// Of the records in their order.
  var titles: [String] {
    get throws {
      try store.read { try Log($0).read(after: 0, limit: 100) }.map { record in
        if case .eventReported(let report) = record.change { report.event.title } else { "" }
      }
    }
  }
}

extension TemporaryStore {
  /// Where its log ends.
  fileprivate var head: Head { get throws { try store.read { try Log($0).head() } } }
}

extension NewRecord {
  fileprivate static func reported(_ title: String) -> NewRecord { .event("r \(title)", title) }
}

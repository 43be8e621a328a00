import EventLog
import EventModel
import GRDB
import JSONText
import TestSupport
import Testing

/// Records by position and id, and the hash over each.
@Suite struct RecordTests {
  let store: TemporaryStore

  init() throws { store = try TemporaryStore() }

  func fact(_ id: String, type: String = "test.fact", version: Int = 1) -> NewRecord {
    NewRecord(
      id: .named(id), type: RecordType(name: type, version: version), payload: Array("{}".utf8))
  }

  @Test func `records are read after a position, as many as asked`() throws {
    try store.append([fact("a"), fact("b"), fact("c")])
    try store.read { (transaction) throws in
      let log = Log(transaction)
      #expect(try log.read(after: 1, limit: 9).map(\.position) == [2, 3])
      #expect(try log.read(after: 0, limit: 2).map(\.position) == [1, 2])
      #expect(try log.record(at: 2)?.id == .named("b"))
      #expect(try log.record(at: 4) == nil)
      #expect(try log.record(at: 0) == nil)
      #expect(try log.record(.named("c"))?.position == 3)
      #expect(try log.record(.named("d")) == nil)
      #expect(try log.contains(.named("a")) && !log.contains(.named("e")))
    }
  }

  @Test func `the ids that begin with some digits are found, the lowest and the highest too`()
    throws
  {
    let tail = String(repeating: "f", count: 30)
    try store.append([fact("ab"), fact("ab" + tail), fact("ac"), fact("aa" + tail)])
    try store.read { (transaction) throws in
      let log = Log(transaction)
      #expect(try log.positions(idPrefix: "ab", limit: 9) == [1, 2])
      #expect(try log.positions(idPrefix: "a", limit: 9) == [4, 1, 2, 3])
      #expect(try log.positions(idPrefix: "a", limit: 1) == [4])
      #expect(try log.positions(idPrefix: "xy", limit: 9) == [])
    }
  }

  @Test func `types keep their numbers, by name and version`() throws {
    try store.append([fact("a"), fact("b", version: 2), fact("c", type: "test.other")])
    let again = try store.append([fact("d", type: "test.other"), fact("e", version: 2)])
    #expect(again.map(\.type.description) == ["test.other.v1", "test.fact.v2"])
    let types = try store.read { transaction in
      try Row.fetchAll(
        transaction.database, sql: "SELECT type, name FROM record_type ORDER BY type"
      )
      .map { "\($0[0] as Int) \($0[1] as String)" }
    }
    #expect(types == ["100 test.fact", "101 test.fact", "102 test.other"])
    let read = try store.read { try Log($0).read(after: 0, limit: 9) }
    #expect(read.map(\.type.version) == [1, 2, 1, 1, 2])
  }

  /// A record's hash as the chain's description says.
  func hash(_ record: EventModel.Record, after previous: Digest, _ type: [UInt8]) -> Digest {
    func bytes(_ number: Int64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
    let message =
      Array("annals.record.v\(record.scheme.rawValue)".utf8) + previous.bytes
      + bytes(record.position) + record.id.bytes + type + bytes(record.recorded.milliseconds)
      + record.payload
    return .sha256(of: message)
  }

  @Test func `a hash covers the record before, place, id, type, time and payload`() throws {
    let numbered = NewRecord(
      id: .named("a"), type: RecordType(name: "event.reported", version: 1),
      payload: Array(#"{"x":1}"#.utf8), scheme: .numbered)
    let records = try store.append([numbered, fact("b", type: "test.fact", version: 7)])
    func number(_ value: UInt8) -> [UInt8] { [0, 0, 0, 0, 0, 0, 0, value] }
    #expect(records[0].hash == hash(records[0], after: .zero, number(3)))
    let name = number(9) + Array("test.fact".utf8) + number(7)
    #expect(records[1].hash == hash(records[1], after: records[0].hash, name))
    #expect(records.map(\.scheme) == [.numbered, .named])
    let noted = try store.read { try Log($0).verify(noting: [2, 9]) }
    #expect(noted == [2: records[1].hash])
  }

  @Test func `a later version of a type of the first scheme is hashed by its name`() throws {
    let later = NewRecord(
      id: .named("a"), type: RecordType(name: "event.reported", version: 2), payload: [0x7B, 0x7D],
      scheme: .numbered)
    #expect(try store.append([later]).map(\.scheme) == [.named])
    let read = try store.read { try Log($0).record(at: 1) }
    #expect(read?.type.description == "event.reported.v2")
  }

  @Test(arguments: [
    "UPDATE record SET type = 99 WHERE position = 1",
    "UPDATE record SET id = x'00' WHERE position = 1",
    "UPDATE record SET hash = x'00' WHERE position = 1",
  ])
  func `a record of a shape that is never written is corrupt`(sql: String) throws {
    try store.append(1)
    try store.tamper(sql)
    #expect(throws: StoreError.self) { try store.read { try Log($0).read(after: 0, limit: 1) } }
    #expect(throws: StoreError.self) { try store.read { try Log($0).verify() } }
  }

  @Test func `nothing is appended twice, and nothing is nothing`() throws {
    #expect(try store.append([fact("a"), fact("a"), fact("b")]).map(\.position) == [1, 2])
    #expect(try store.append([]).isEmpty)
  }

  @Test func `a dry run appends nothing`() throws {
    let appended = try store.store.write(isDryRun: true) {
      try Log($0).append([fact("a")], now: store.now)
    }
    #expect(appended.count == 1)
    #expect(try store.read { try Log($0).head().position } == 0)
  }
}

import EventLog
import EventModel
import GRDB
import Projections
import TestSupport
import Testing

/// The digests that folds keep of their tables, by which a check sees a row that no fold has written.
@Suite struct DigestTests {
  @Test(arguments: 0..<10)
  func `the digests of the tables are those of their rows, however the rows came`(seed: UInt64)
    throws
  {
    let store = try TemporaryStore()
    #expect(try store.read(Projector.digestFaults) == [])
    var history = RandomHistory(seed: seed)
    for _ in 0..<6 {
      try store.append(history.records(Int.random(in: 1...25, using: &history.random)))
      #expect(try store.read(Projector.digestFaults) == [])
    }
    _ = try Projector.rebuild(store.store)
    #expect(try store.read(Projector.digestFaults) == [])
  }

  /// Facts of which every table gets rows.
  static let facts: [NewRecord] = {
    let side = SideSpecs()
    return [
      side.item("i", key: "k", feed: "https://u:p@feed.example/"),
      side.item("j", key: "l", feed: "https://u:p@feed.example/"),
      side.item("i2", key: "k"), side.revised("i2", to: "x"),
      .event("a", on: "2023", by: ["Acme"], amounts: [.money(5)]),
      .mention("b", of: "a", by: ["Acme", "Bolt"]), .split("b", act: "d2"),
      .undone("d2", act: "d3"), side.defined("s"), .began("p", "2020"), .began("p", "2021"),
      side.issued("f"), side.issued("g"), side.resolved("f"), side.annulled("g"),
      side.covered("1f", "f", "2023"), side.ends("1e", "C"),
      MarkSpecs.tagged("a", "x"), MarkSpecs.saved("q", "type:funding"),
      StorySpecs().linked("a", "b", by: .person, act: "d4"), .undone("d4", act: "d5"),
      ActorSpecs.linked("Acme", .same, of: "Bolt", act: "d6"), .undone("d6", act: "d7"),
      ReviewSpecs.answered("a", "yes", act: "d8"), .undone("d8", act: "d9"),
      .event("c", on: "2023-05-01"),
    ]
  }()

  @Test func `an added, a changed and a dropped row are seen in every table`() throws {
    for projection in Projector.all {
      for table in projection.tables where !table.hasSuffix("_fts") {
        let store = try TemporaryStore()
        try store.append(Self.facts)
        #expect(try store.read(Projector.digestFaults) == [])
        let rows = try store.read { try Row.fetchAll($0.database, sql: "SELECT * FROM \(table)") }
        #expect(!rows.isEmpty, "\(table)")
        for sql in try Self.slips(in: table, of: store) {
          #expect(throws: Slip.self, "\(sql)") {
            try store.write { transaction in
              try transaction.database.execute(sql: sql)
              #expect(transaction.database.changesCount > 0, "\(sql)")
              let faults = try Projector.digestFaults(transaction)
              #expect(faults == ["\(table): its rows are not those that were written"], "\(sql)")
              throw Slip()
            }
          }
        }
      }
    }
  }

  private struct Slip: Error {}

  /// Statements that drop a row of a table, and that change each of its columns.
  private static func slips(in table: String, of store: TemporaryStore) throws -> [String] {
    let columns = try store.read { transaction in
      try Row.fetchAll(
        transaction.database, sql: "SELECT name, type FROM pragma_table_info(?)", arguments: [table]
      )
    }
    let first: String = columns[0][0]
    let one = "\(first) = (SELECT max(\(first)) FROM \(table))"
    let values = ["INTEGER": "4711", "REAL": "0.5", "TEXT": "'other'", "BLOB": "x'00'"]
    return ["DELETE FROM \(table) WHERE \(one)"]
      + columns.map {
        "UPDATE OR IGNORE \(table) SET \($0[0] as String) = \(values[$0[1]]!) WHERE \(one)"
      }
  }

  @Test func `two rows that swap a value are seen`() throws {
    let store = try TemporaryStore()
    try store.append([.event("a", "one"), .event("b", "two", type: .acquisition)])
    try store.write {
      try $0.database.execute(
        sql: "UPDATE account SET type = iif(type = 'funding', 'acquisition', 'funding')")
    }
    #expect(
      try store.read(Projector.digestFaults)
        == ["account: its rows are not those that were written"])
  }

  @Test func `a name that holds a NUL is one name`() throws {
    let store = try TemporaryStore()
    try store.append([.event("a", by: ["x\0y"]), .event("b", by: ["x\0y"])])
    #expect(try store.read(Projector.digestFaults) == [])
    #expect(try store.write { try Projector.verify($0) } == [])
    let names = try store.read { try String.fetchAll($0.database, sql: "SELECT name FROM actor") }
    #expect(names == ["x"])
  }
}

import EventLog
import EventModel
import Foundation
import GRDB
import Projections
import TestSupport
import Testing

/// Tables are made anew beside the store: nobody sees them before all are there.
@Suite struct ShadowRebuildTests {
  let store = try! TemporaryStore()
  var file: String { store.store.path + ShadowFile.ending }

  init() throws {
    try store.append(DigestTests.facts)
    try store.write { try $0.database.execute(sql: "UPDATE account SET stance = 'official'") }
  }

  private struct Killed: Error {}

  /// Rebuilds in steps of five records, and is killed after some.
  private func rebuild(killedAfter steps: Int = .max, _ meanwhile: () throws -> Void = {}) throws {
    var done = 0
    _ = try Projector.rebuild(store.store, size: 5) { _, _ in
      done += 1
      try meanwhile()
      if done == steps { throw Killed() }
    }
  }

  private func faults() throws -> [String] {
    try store.write { try Projector.verify($0) + Projector.digestFaults($0) }
  }

  private func stance() throws -> String? {
    try store.read { transaction in
      try String.fetchOne(transaction.database, sql: "SELECT stance FROM account WHERE row = 1")
    }
  }

  @Test func `the tables are those that the log folds into, and the schema is as it was`() throws {
    #expect(try !faults().isEmpty)
    try rebuild()
    #expect(try faults() == [])
    #expect(try store.read(Projector.schemaFaults) == [])
    #expect(try store.write(Projector.searchFaults) == [])
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func `until it has ended others read the old tables, and write`() throws {
    var facts = (0..<3).map { NewRecord.event("new\($0)") }
    try rebuild {
      #expect(try stance() == "official")
      if let fact = facts.popLast() { try store.append([fact]) }
    }
    #expect(facts.isEmpty)
    #expect(try faults() == [])
    let (states, head) = try store.store.ask { (try $0.projections(), $0.position) }
    #expect(states.allSatisfy { $0.position == head })
  }

  @Test func `what was done before it was killed is not done again`() throws {
    var total = 0
    try rebuild { total += 1 }
    #expect(throws: Killed.self) { try rebuild(killedAfter: 3) }
    var rest = 0
    try rebuild { rest += 1 }
    #expect(rest == total - 3 + 1 || rest == total - 3)
    #expect(try faults() == [])
  }

  @Test func `two at once do not do the same work`() throws {
    try rebuild {
      #expect(throws: StoreError.busy) { try rebuild() }
    }
    #expect(try faults() == [])
  }

  @Test(arguments: [
    "UPDATE begun SET store = 'another'", "UPDATE begun SET hash = x'00'",
    "UPDATE projection SET version = 0", "DROP TABLE measure",
  ])
  func `what was begun for another log, or by another annals, is begun anew`(sql: String) throws {
    #expect(throws: Killed.self) { try rebuild(killedAfter: 3) }
    try DatabaseQueue(path: file).write { database in
      try database.execute(sql: "UPDATE account SET stance = 'rumoured'; \(sql)")
    }
    try rebuild()
    #expect(try faults() == [])
  }

  @Test func `a file beside it that is none of SQLite's is replaced`() throws {
    try Data("not a database, but long enough to be taken for one".utf8)
      .write(to: URL(filePath: file))
    try rebuild()
    #expect(try faults() == [])
  }
}

import EventLog
import EventModel
import Foundation
import GRDB
import Projections
import TestSupport
import Testing

@Suite struct ProjectorTests {
  @Test(arguments: 0..<20)
  func `folding one by one, in batches and from zero gives the same tables`(seed: UInt64) throws {
    let store = try TemporaryStore()
    var history = RandomHistory(seed: seed)
    for _ in 0..<Int.random(in: 1...6, using: &history.random) {
      try store.append(history.records(Int.random(in: 1...25, using: &history.random)))
    }
    #expect(try store.write { try Projector.verify($0) } == [])
    _ = try Projector.rebuild(store.store)
    #expect(try store.write { try Projector.verify($0) } == [])
  }

  @Test(arguments: 0..<10)
  func `an answer as of a position never changes`(seed: UInt64) throws {
    let store = try TemporaryStore()
    var history = RandomHistory(seed: seed)
    var answers: [Int64: [EventView]] = [:]
    for _ in 0..<8 {
      try store.append(history.records(10))
      let position = try store.store.ask { $0.position }
      answers[position] = try store.store.ask { try $0.allEvents() }
    }
    for (position, answer) in answers {
      #expect(try store.store.ask(asOf: .position(position)) { try $0.allEvents() } == answer)
    }
  }

  @Test(arguments: [
    "UPDATE account SET stance = 'official' WHERE row = 2", "DELETE FROM touch",
    "DELETE FROM account WHERE row = 1", "INSERT INTO act(act, position) VALUES (x'00', 1)",
    "INSERT INTO act(act, position) VALUES (x'ffff', 1)",
  ])
  func `a changed row of a table is found`(sql: String) throws {
    let store = try TemporaryStore()
    try store.append([.event("a"), .mention("b", of: "a"), .split("b")])
    #expect(try store.write { try Projector.verify($0) } == [])
    try store.write { try $0.database.execute(sql: sql) }
    #expect(try store.write { try Projector.verify($0) }.count == 1)
  }

  @Test func `a record that cannot be digested is noted and the others go on`() throws {
    let store = try TemporaryStore()
    try store.append([.retracted("f"), .event("a"), .event("b")])
    let states = try store.store.ask { try $0.projections() }
    #expect(states.first { $0.name == "events" }?.errors == 1)
    #expect(states.allSatisfy { $0.position == 3 })
    #expect(try store.store.ask { try $0.allEvents() }.count == 2)
  }

  @Test func `each new record is folded as what it says, whatever was known before it`() throws {
    let store = try TemporaryStore()
    try store.append([.event("a", "A")])
    try store.append([.event("a", "A"), .event("b", "B"), .event("a", "A"), .event("c", "C")])
    #expect(try store.store.ask { try $0.allEvents() }.map(\.event.title) == ["C", "B", "A"])
    #expect(try store.write { try Projector.verify($0) } == [])
  }

  @Test func `tables that are missing or of another version are made again`() throws {
    let store = try TemporaryStore()
    try store.append([.event("a"), .event("b")])
    #expect(try store.write { try Projector.outOfDate($0) } == [])
    try store.write { transaction in
      try transaction.database.execute(
        sql: """
          UPDATE projection SET version = 0 WHERE name = 'events';
          DELETE FROM projection WHERE name = 'items'; DELETE FROM event
          """)
    }
    #expect(try store.write { try Projector.outOfDate($0) } == ["items", "events"])
    try store.write { try Projector.prepare($0) }
    #expect(try store.write { try Projector.outOfDate($0) } == [])
    #expect(try store.store.ask { try $0.allEvents() }.count == 2)
  }
}

extension Snapshot {
  func allEvents() throws -> [EventView] {
    try events(matching: ReportFilter(), from: nil, to: nil, order: .recorded, limit: nil)
  }
}

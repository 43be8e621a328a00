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
      try store.append(history.next(Int.random(in: 1...25, using: &history.random)))
    }
    #expect(try store.write { try Projector.verify($0) } == [])
    _ = try store.write { try Projector.rebuild($0) }
    #expect(try store.write { try Projector.verify($0) } == [])
  }

  @Test(arguments: 0..<10)
  func `an answer as of a position never changes`(seed: UInt64) throws {
    let store = try TemporaryStore()
    var history = RandomHistory(seed: seed)
    var answers: [Int64: [EventView]] = [:]
    for _ in 0..<8 {
      try store.append(history.next(10))
      let position = try store.store.ask { $0.position }
      answers[position] = try store.store.ask { try $0.allEvents() }
    }
    for (position, answer) in answers {
      #expect(try store.store.ask(asOf: .position(position)) { try $0.allEvents() } == answer)
    }
  }

  @Test func `a changed row of a table is found`() throws {
    let store = try TemporaryStore()
    var history = RandomHistory(seed: 1)
    try store.append(history.next(30))
    try store.write {
      try $0.database.execute(sql: "UPDATE account SET stance = 'official' WHERE row = 2")
    }
    #expect(try store.write { try Projector.verify($0) }.count == 1)
  }

  @Test func `a record that cannot be digested is noted and the others go on`() throws {
    let store = try TemporaryStore()
    let stray = RecordID.naming("stray")
    try store.append([
      NewRecord(
        id: .naming("a"),
        change: .eventRetracted(EventRetraction(of: stray, author: .person, reason: "hoax")))
    ])
    var history = RandomHistory(seed: 2)
    try store.append(history.next(5))
    let states = try store.store.ask { try $0.projections() }
    #expect(states.first { $0.name == "events" }?.errors == 1)
    #expect(states.allSatisfy { $0.position == 6 })
  }
}

extension Snapshot {
  func allEvents() throws -> [EventView] {
    try events(matching: ReportFilter(), from: nil, to: nil, order: .recorded, limit: nil)
  }
}

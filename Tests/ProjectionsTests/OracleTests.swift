import EventLog
import EventModel
import Projections
import TestSupport
import Testing

/// The store beside the reference model, over random histories and at every position.
@Suite struct OracleTests {
  /// A store that learned the facts in batches of any size.
  func store(_ facts: [ReferenceModel.Fact], _ random: inout SplitMix64) throws -> TemporaryStore {
    let store = try TemporaryStore()
    var rest = facts[...]
    while !rest.isEmpty {
      let batch = rest.prefix(Int.random(in: 1...12, using: &random))
      try store.append(batch.map(NewRecord.init))
      rest = rest.dropFirst(batch.count)
    }
    return store
  }

  @Test(arguments: 0..<20)
  func `at every position the store believes what the rules say`(seed: UInt64) throws {
    var history = RandomHistory(seed: seed)
    let facts = history.next(60)
    let store = try store(facts, &history.random)
    let positions = Dictionary(uniqueKeysWithValues: facts.enumerated().map { ($1.id, $0 + 1) })
    for position in 0...facts.count {
      let model = ReferenceModel(facts.prefix(position))
      try store.store.ask(asOf: .position(Int64(position))) { snapshot in
        let events = try snapshot.events(matching: ReportFilter(), order: .recorded)
        let (actual, expected) = (events.map(ReferenceEvent.init), model.events(positions))
        #expect(actual.map(\.id) == expected.map(\.id), "seed \(seed), position \(position)")
        for (actual, expected) in zip(actual, expected) where actual != expected {
          Issue.record("seed \(seed), position \(position):\n\(actual)\ninstead of\n\(expected)")
        }
        for account in model.accounts where position % 12 == 0 {
          let event = try snapshot.account(account.id).map { facts[Int($0.event) - 1].id }
          #expect(event == account.event, "seed \(seed), position \(position)")
        }
      }
    }
  }

  @Test(arguments: 0..<20)
  func `the pages of an answer are the answer`(seed: UInt64) throws {
    var history = RandomHistory(seed: 2000 + seed)
    let store = try store(history.next(60), &history.random)
    for _ in 0..<10 {
      let query = ReferenceQuery(&history.random)
      let position = Int64.random(in: 0...60, using: &history.random)
      try store.store.ask(asOf: .position(position)) { snapshot in
        func ask(after: Int64?, limit: Int?) throws -> [Int64] {
          try snapshot.events(
            matching: query.filter, except: query.exclusions, from: query.first, to: query.last,
            order: query.order, after: after, limit: limit
          ).map(\.position)
        }
        let whole = try ask(after: nil, limit: nil)
        var pages: [Int64] = []
        while case let page = try ask(after: pages.last, limit: 2), !page.isEmpty { pages += page }
        #expect(pages == whole, "seed \(seed), position \(position): \(query)")
      }
    }
  }

  @Test(arguments: 0..<20)
  func `the days that are counted are those of the events`(seed: UInt64) throws {
    var history = RandomHistory(seed: 3000 + seed)
    let store = try store(history.next(60), &history.random)
    try store.store.ask { snapshot in
      var expected: [String: Int] = [:]
      for event in try snapshot.events(matching: ReportFilter(), order: .recorded) {
        guard let first = event.date?.first, let last = event.date?.last,
          last.number - first.number < 31
        else { continue }
        expected["\(first) \(last)", default: 0] += 1
      }
      let days = try snapshot.eventDays(matching: ReportFilter())
      let counts = days.map { ("\($0.day) \($0.last)", $0.count) }
      #expect(Dictionary(uniqueKeysWithValues: counts) == expected, "seed \(seed)")
      let day = try #require(days.first)
      let early = try snapshot.eventDays(matching: ReportFilter(), to: day.last)
      #expect(early.allSatisfy { $0.day <= day.last } && early.first?.count == day.count)
      let late = try snapshot.eventDays(matching: ReportFilter(), from: day.last)
      #expect(late.allSatisfy { $0.last >= day.last } && late.first?.count == day.count)
    }
  }

  @Test(arguments: 0..<30)
  func `a query finds the events one of whose accounts fits`(seed: UInt64) throws {
    var history = RandomHistory(seed: 1000 + seed)
    let facts = history.next(60)
    let store = try store(facts, &history.random)
    let positions = Dictionary(uniqueKeysWithValues: facts.enumerated().map { ($1.id, $0 + 1) })
    for _ in 0..<15 {
      let query = ReferenceQuery(&history.random)
      let position = Int.random(in: 0...facts.count, using: &history.random)
      let expected = query.answer(ReferenceModel(facts.prefix(position)).events(positions))
      let found = try store.store.ask(asOf: .position(Int64(position))) { snapshot in
        try snapshot.events(
          matching: query.filter, except: query.exclusions, from: query.first, to: query.last,
          order: query.order, limit: query.limit)
      }
      #expect(found.map(\.id) == expected.map(\.id), "seed \(seed), position \(position): \(query)")
    }
  }
}

extension ReferenceEvent {
  init(_ view: EventView) {
    var told = view.event
    told.date = view.date
    self.init(
      id: view.id, position: Int(view.position), told: told,
      accounts: view.accounts.map {
        Account(id: $0.id, event: $0.report.event, mention: $0.report.mention)
      }, significance: view.significance)
  }
}

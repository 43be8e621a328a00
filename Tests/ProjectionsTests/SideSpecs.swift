import EventLog
import EventModel
import GRDB
import Projections
import TestSupport
import Testing

/// Items, phases and the ledger as they were at a time.
@Suite struct SideSpecs {
  func item(_ name: String, key: String, aliases: [String] = [], feed: String = "f") -> NewRecord {
    NewRecord(
      id: .named(name),
      change: .itemObserved(
        ItemObservation(feed: feed, feedTitle: feed, key: key, aliases: aliases, title: name)))
  }

  func revised(_ name: String, to title: String, aliases: [String] = []) -> NewRecord {
    NewRecord(
      id: .naming("revised", name, title),
      change: .itemRevised(
        ItemRevision(
          item: .named(name),
          current: ItemObservation(
            feed: "f", feedTitle: "f", key: "k", aliases: aliases, title: title),
          changed: ["title"])))
  }

  @Test func `an item is found by any name under which it came, in its feed`() throws {
    let told = try given(
      item("a", key: "k", aliases: ["k2"]), item("b", key: "k3", aliases: ["k2"]),
      item("c", key: "k", feed: "g"), revised("a", to: "x", aliases: ["k4"]))
    func found(_ keys: [String], in feed: String = "f", at position: Int64? = nil) throws -> Int64?
    {
      try told.ask(at: position) { try $0.item(of: feed, keys: keys)?.item }
    }
    #expect(try found(["k"]) == 1)
    #expect(try found(["k2"]) == 1)
    #expect(try found(["none", "k3"]) == 2)
    #expect(try found(["k"], in: "g") == 3)
    #expect(try found(["k3"], in: "g") == nil)
    #expect(try found(["k"], in: "h") == nil)
    #expect(try found(["k4"]) == 1)
    #expect(try found(["k4"], at: 3) == nil)
    #expect(try found(["k3"], at: 1) == nil)
  }

  @Test func `a revision is the latest state of its item, and no new item`() throws {
    let told = try given(item("a", key: "k"), item("b", key: "k2"), revised("a", to: "x"))
    let now = try told.ask { try #require(try $0.item(of: "f", keys: ["k"])) }
    let then = try told.ask(at: 2) { try #require(try $0.item(of: "f", keys: ["k"])) }
    #expect([now.revisions, then.revisions] == [1, 0])
    #expect([now.state, then.state] == [3, 1])
    #expect(now.first == then.fingerprint && now.fingerprint != then.fingerprint)
    #expect(try told.ask { try $0.observation(of: now)?.item.title } == "x")
    #expect(try told.ask { try $0.observation(of: then)?.item.title } == "a")
    #expect(try told.ask { try $0.items(after: 0, limit: 9) }.map(\.item) == [1, 2])
    #expect(try told.ask { try $0.items(after: 1, limit: 9) }.map(\.item) == [2])
    #expect(try told.ask { try $0.items(after: 0, limit: 1) }.map(\.item) == [1])
  }

  @Test func `feeds and items are counted as they were`() throws {
    let told = try given(
      item("a", key: "k"), item("b", key: "k2"), item("c", key: "k", feed: "g"),
      revised("a", to: "x"))
    let counts = try (0...4).map { try told.ask(at: $0) { try $0.itemCounts() } }
    #expect(counts.map(\.feeds) == [0, 1, 1, 2, 2])
    #expect(counts.map(\.items) == [0, 1, 2, 3, 3])
  }

  @Test func `records that name their feed with a secret are counted, and no others`() throws {
    let secret = "https://user:password@feed.example/"
    let told = try given(
      item("a", key: "k"), item("b", key: "k2"), item("c", key: "k", feed: secret),
      item("d", key: "k2", feed: secret))
    #expect(try told.ask { try $0.secretCount() } == 2)
  }

  @Test func `a revision of what nobody observed is a fault`() throws {
    let states = try given(revised("a", to: "x")).ask { try $0.projections() }
    #expect(states.filter { $0.errors > 0 }.map(\.name) == ["items"])
  }

  @Test func `a source's later word on a phase ends its earlier one, and no other's`() throws {
    let told = try given(
      .began("A", "1950"), .began("A", "1951"), .began("A", "1952", source: "Courier"),
      .ended("A", "1960"), .began("B", "1960"), .lasted("A", "9"), .began("A", "1950", of: "t"))
    func positions(at position: Int64? = nil, of sequence: String? = "s") throws -> [Int64] {
      try told.ask(at: position) { try $0.statements(of: sequence).map(\.position) }
    }
    #expect(try positions() == [2, 3, 4, 5, 6])
    #expect(try positions(at: 1) == [1])
    #expect(try positions(at: 2) == [2])
    #expect(try positions(at: 0) == [])
    #expect(try positions(of: "t") == [7])
    #expect(try positions(of: nil) == [2, 3, 4, 5, 6, 7])
    func statement(_ source: String, at position: Int64? = nil) throws -> Int64? {
      try told.ask(at: position) {
        try $0.statement(of: "s", "A", .phaseBegan, source: source)?.position
      }
    }
    #expect(try statement("Wire") == 2)
    #expect(try [1, 2].map { try statement("Wire", at: $0) } == [1, 2])
    #expect(try statement("Wire", at: 0) == nil)
    #expect(try statement("Courier") == 3)
  }

  func defined(_ name: String, _ title: String = "S", by source: String = "Wire") -> NewRecord {
    NewRecord(
      id: .named(name),
      change: .sequenceDefined(
        SequenceDefinition(
          sequence: "s", title: title, unit: .year, mention: Mention(source: source))))
  }

  @Test func `a source's later definition of a sequence ends its earlier one`() throws {
    let told = try given(
      defined("a", "One"), defined("b", "Two"), defined("c", "Three", by: "Courier"))
    #expect(try told.ask { try $0.statements(of: "s").map(\.position) } == [2, 3])
    #expect(try told.ask(at: 1) { try $0.statements(of: "s").map(\.position) } == [1])
    #expect(try told.ask { try $0.statements(of: "t").map(\.position) } == [])
    #expect(try told.ask { try $0.statements().map(\.position) } == [2, 3])
    #expect(try told.ask { try $0.definition(of: "s", source: "Wire")?.position } == 2)
    #expect(try told.ask { try $0.definition(of: "s", source: "Courier")?.position } == 3)
    #expect(try told.ask(at: 1) { try $0.definition(of: "s", source: "Wire")?.position } == 1)
  }

  func issued(_ name: String, act: String? = nil) -> NewRecord {
    NewRecord(
      id: .named(name),
      change: .forecastIssued(
        ForecastIssue(
          title: name, forecaster: "x", asOf: CivilDay("2023-01-01")!, rule: .judged("words"),
          mention: Mention(source: "s"), act: act.map(RecordID.named))))
  }

  func resolved(_ name: String, by record: String? = nil, act: String? = nil) -> NewRecord {
    NewRecord(
      id: .naming("resolved", name),
      change: .forecastResolved(
        ForecastResolution(
          of: .named(name), by: record.map(RecordID.named), date: CivilDay("2024-01-01")!,
          value: 1, mention: Mention(source: "s"), act: act.map(RecordID.named))))
  }

  func annulled(_ name: String) -> NewRecord {
    NewRecord(
      id: .naming("annulled", name),
      change: .forecastAnnulled(ForecastAnnulment(of: .named(name), reason: "unfair")))
  }

  @Test func `a forecast is open until it is resolved or annulled, once`() throws {
    let told = try given(
      issued("a"), issued("b"), resolved("a"), annulled("b"), annulled("a"), resolved("b"),
      resolved("c"))
    func ledger(at position: Int64) throws -> [String] {
      try told.ask(at: position) { try $0.ledger() }.map { entry in
        let end =
          entry.resolution != nil ? "resolved" : entry.annulment != nil ? "annulled" : "open"
        #expect(entry.isOpen == (end == "open"))
        return "\(entry.id.name) \(end)"
      }
    }
    #expect(try ledger(at: 0) == [])
    #expect(try ledger(at: 2) == ["a open", "b open"])
    #expect(try ledger(at: 3) == ["a resolved", "b open"])
    #expect(try ledger(at: 7) == ["a resolved", "b annulled"])
    #expect(try told.ask { try $0.projections() }.first { $0.name == "ledger" }?.errors == 1)
  }

  @Test func `nothing but a forecast is resolved`() throws {
    let verdict = resolved("a")
    let resolution = ForecastResolution(
      of: verdict.id, by: nil, date: CivilDay("2024-01-01")!, value: 1,
      mention: Mention(source: "s"))
    let told = try given(
      issued("a"), verdict,
      NewRecord(id: .named("e"), change: .forecastResolved(resolution)), item("b", key: "k"),
      resolved("b"))
    #expect(try told.ask { try $0.projections() }.first { $0.name == "ledger" }?.errors == 2)
  }

  @Test func `a forecast that is withdrawn is not open, and no second verdict leaves a trace`()
    throws
  {
    func rows(_ facts: NewRecord...) throws -> Int? {
      try Given([issued("a", act: "d1")] + facts).store.read { transaction in
        try Int.fetchOne(transaction.database, sql: "SELECT count(*) FROM forecast")
      }
    }
    #expect(try rows(annulled("a")) == 2)
    #expect(try rows(annulled("a"), resolved("a")) == 2)
    let withdrawn = try given(issued("a", act: "d1"), .undone("d1", act: "d2"))
    #expect(try withdrawn.ask { try $0.ledger() }.map(\.isOpen) == [false])
  }

  @Test func `what people did of the ledger is an act by hand, what the log decided is none`()
    throws
  {
    func last(_ facts: NewRecord...) throws -> String? {
      try Given(facts).ask { try $0.lastAct()?.type.name }
    }
    #expect(try last(issued("a", act: "d1")) == "forecast.issued")
    #expect(try last(issued("a", act: "d1"), resolved("a", act: "d2")) == "forecast.resolved")
    #expect(
      try last(issued("a", act: "d1"), resolved("a", by: "e1", act: "d2")) == "forecast.issued")
  }

  @Test func `undoing an earlier word on a phase leaves no trace, since a later one holds`() throws
  {
    func began(_ date: String, _ act: String) -> NewRecord {
      NewRecord(
        id: .naming("began", date),
        change: .phaseBegan(
          PhaseBoundary(
            sequence: "s", phase: "A", date: .edtf(date), mention: Mention(source: "hand"),
            act: .named(act))))
    }
    func rows(_ facts: NewRecord...) throws -> Int? {
      try Given([began("1950", "d1"), began("1951", "d2")] + facts).store.read { transaction in
        try Int.fetchOne(transaction.database, sql: "SELECT count(*) FROM phase")
      }
    }
    #expect(try rows() == 2)
    #expect(try rows(.undone("d1", act: "d3")) == 2)
    #expect(try rows(.undone("d2", act: "d3")) == 3)
  }

  func covered(_ name: String, _ source: String, _ until: String) -> NewRecord {
    NewRecord(
      id: .named(name),
      change: .coverageStated(
        StatedCoverage(source: source, until: .edtf(until), author: .book("b"), reason: "")))
  }

  @Test func `a later word on the coverage of a source ends the earlier one, and no other's`()
    throws
  {
    let told = try given(
      covered("a", "f", "2023"), covered("b", "g", "2020"), covered("c", "f", "2022"))
    func position(_ source: String, at position: Int64? = nil) throws -> Int64? {
      try told.ask(at: position) { try $0.coverage(of: source)?.position }
    }
    #expect(try position("f") == 3)
    #expect(try (0...2).map { try position("f", at: $0) } == [nil, 1, 1])
    #expect(try position("g") == 2)
    #expect(try position("h") == nil)
  }

  func ends(_ name: String, _ next: String, by source: String = "Wire") -> NewRecord {
    NewRecord(
      id: .named(name),
      change: .shiftDefined(
        ShiftDefinition(
          sequence: "s", after: "p", name: next, events: ["x"], actors: 1, settles: "",
          mention: Mention(source: source))))
  }

  @Test func `a source's later definition of an end ends its earlier one, and no rival's`() throws {
    let told = try given(
      ends("a", "C"), ends("b", "D"), ends("c", "C"), ends("d", "C", by: "Courier"))
    func positions(at position: Int64? = nil, after phase: String = "p") throws -> [Int64] {
      try told.ask(at: position) { try $0.shifts(of: "s", after: phase).map(\.position) }
    }
    #expect(try positions() == [2, 3, 4])
    #expect(try positions(at: 2) == [1, 2])
    #expect(try positions(after: "q") == [])
  }

  @Test func `what was recorded by the end of a day is what the log then knew`() throws {
    let store = try TemporaryStore()
    try store.append([.event("a")], now: Instant("2023-01-01T23:59:59.999Z")!)
    try store.append([.event("b")], now: Instant("2023-01-02T00:00:00Z")!)
    func known(_ day: String) throws -> Int64 {
      try store.store.ask { try $0.recorded(by: CivilDay(day)!).position }
    }
    #expect(try ["2022-12-31", "2023-01-01", "2023-01-02"].map(known) == [0, 1, 2])
  }

  @Test func `a source would tell that told twice of the like in time`() throws {
    let told = try given(
      .event("a", by: ["OpenAI"], published: "2023-01-01"),
      .event("b", by: ["OpenAI"], published: "2023-12-31"),
      .event("c", by: ["OpenAI"], source: "Courier", published: "2023-05-01"),
      .event("d", by: ["Meta"], source: "Courier", published: "2023-05-01"))
    func sources(
      _ first: String, _ last: String, except exclusions: [ReportFilter] = []
    ) throws -> [String] {
      var filter = ReportFilter()
      filter.actors = ["OpenAI"]
      return try told.ask {
        try $0.sources(
          telling: filter, except: exclusions, from: CivilDay(first)!, to: CivilDay(last)!)
      }
    }
    #expect(try sources("2023-01-01", "2023-12-31") == ["Wire"])
    #expect(try sources("2023-01-02", "2023-12-31") == [])
    #expect(try sources("2023-01-01", "2023-12-30") == [])
    var funding = ReportFilter()
    funding.types = [.funding]
    #expect(try sources("2023-01-01", "2023-12-31", except: [funding]) == [])
  }

  @Test func `records are read newest first, as far as is asked and known`() throws {
    let told = try given(.event("a"), .event("b"), .event("c"))
    #expect(try told.ask { try $0.records(limit: 2) }.map(\.position) == [3, 2])
    #expect(try told.ask(at: 2) { try $0.records(limit: 9) }.map(\.position) == [2, 1])
    #expect(try told.ask(at: 2) { try $0.records(limit: 1) }.map(\.position) == [2])
    #expect(try told.ask(at: 99) { $0.position } == 3)
    #expect(try told.store.store.ask(asOf: .moment(Instant("1999-01-01")!)) { $0.position } == 0)
    var seen: [Int64] = []
    try told.ask(at: 2) { try $0.forEachRecord { seen.append($0.position) } }
    #expect(seen == [1, 2])
  }
}

import EventLog
import EventModel
import GRDB
import JSONText
import Projections
import TestSupport
import Testing

/// What changes make of events.
@Suite struct EventSpecs {
  @Test func `the founder speaks for an event, else the first of the others`() throws {
    let told = try given(
      .event("a", "Founder"), .mention("b", of: "a", "Second"), .mention("c", of: "b", "Third"))
    #expect(try told.events() == ["a b c: Founder, undated, reported"])
    let left = try given(
      .event("a", "Founder"), .mention("b", of: "a", "Second"), .mention("c", of: "a", "Third"),
      .retracted("a"))
    #expect(try left.events() == ["(gone) a b c: Second, undated, reported"])
  }

  @Test func `an event without reports that count is none`() throws {
    let gone = try given(.event("a"), .retracted("a"), .retracted("a"))
    #expect(try gone.events() == [])
    #expect(try gone.events(at: 1).count == 1)
    #expect(try gone.ask { try $0.account(.named("a"))?.isRetracted } == true)
  }

  @Test func `the firmest stance of those who agree with the founder counts`() throws {
    let agreed = try given(
      .event("a", "A", stance: .rumoured), .mention("b", of: "a", stance: .official),
      .mention("c", of: "a", stance: .reported))
    #expect(try agreed.events() == ["a b c: A, undated, official"])
    let denied = try given(
      .event("a", "A", stance: .rumoured),
      .mention("b", of: "a", stance: .official, polarity: .denied))
    #expect(try denied.events() == ["a b: A, undated, rumoured"])
  }

  /// The dates of an event whose reports give these, each with its stance; none is written `-`.
  @Test(arguments: [
    ("reported 2023-05-02, reported 2023-05-01", "2023-05-01"),
    ("reported 2023-05-01, official 2023-05-02", "2023-05-02"),
    ("reported 2023-05-01, official -", "2023-05-01"),
    ("reported 2023-05, reported 2023-05-15", "2023-05-15"),
    ("reported 2023-05, reported 2023-05-31", "2023-05-31"),
    ("reported 2023-05, reported 2023-06-01", "2023-05"),
    ("reported 2023-05, official 2023-06-15", "2023-06-15"),
    ("official 2023-05, reported 2023-05-15", "2023-05"),
    ("reported 2023, reported 2023-05, reported 2023-05-15, reported 2023-05-14", "2023-05-14"),
    ("reported 2023-Q2, reported 2023-04", "2023-04"),
    ("reported 2023-05, reported 2023-05-01", "2023-05-01"),
    ("reported 2023-05, reported ../2023-04", "../2023-04"),
    ("reported 2023-05/.., reported 2023-06", "2023-06"),
    ("reported 2023-05/.., reported 2023-05-01", "2023-05-01"),
    ("reported 2023-05-10/2023-05-20, reported 2023-05-12/2023-05-16", "2023-05-12/2023-05-16"),
    ("reported 2023-05-10/2023-05-20, reported 2023-05-15/2023-05-25", "2023-05-10/2023-05-20"),
    ("reported 2023-05/2023-05, reported 2023-05", "2023-05/2023-05"),
    (
      "reported 2023-05, reported 2023-05-01/2023-05-10, reported 2023-05-20",
      "2023-05-01/2023-05-10"
    ),
    ("reported -, reported -", "undated"),
  ])
  func `the earliest date of the firmest reports counts, or a narrower one inside it`(
    reports: String, date: String
  ) throws {
    let facts = reports.split(separator: ", ").enumerated().map { place, report in
      let (stance, date) = (String(report.prefix { $0 != " " }), report.split(separator: " ")[1])
      return NewRecord.mention(
        ["a", "b", "c", "d"][place], of: "a", on: date == "-" ? nil : String(date),
        stance: Stance(rawValue: stance)!)
    }
    #expect(try Given(facts).ask { try $0.event(1)?.date?.text ?? "undated" } == date)
  }

  @Test func `an event that nobody dates is dated by who first published it`() throws {
    let published = try given(
      .event("a", "A", published: "2023-05-03"), .mention("b", of: "a", published: "2023-05-02"))
    #expect(try published.events() == ["a b: A, 2023-05-02, reported"])
    let dated = try given(
      .event("a", "A", published: "2023-05-03"), .mention("b", of: "a", on: "2023-05-04"))
    #expect(try dated.events() == ["a b: A, 2023-05-04, reported"])
  }

  @Test func `what a person sets stays, whatever machines and books say later`() throws {
    let facts: [NewRecord] = [
      .event("a", "A", on: "2023-05-01"),
      .mention("b", of: "a", on: "2023-04-01", stance: .official),
      .corrected("a", ["title": "Right", "date": "2023-06-01", "stance": "rumoured"]),
      .told("a", "Coded", on: "2023-01-01"), .told("a", "Book", by: .book("b")),
    ]
    let corrected = try Given(facts)
    #expect(try corrected.events() == ["a b: Right, 2023-06-01, rumoured"])
    #expect(try corrected.events(at: 2) == ["a b: A, 2023-04-01, official"])
    let fields = try corrected.ask { try $0.event(1)!.head.fieldsByPerson }
    #expect(fields == ["title", "date", "stance"])
  }

  @Test func `machines and books replace what nobody set, with the source where they give it`()
    throws
  {
    let coded = try given(
      .event("a", "A", on: "2023-05-01"), .told("a", "Coded"), .told("a", "Book", source: "Courier")
    )
    #expect(try coded.events() == ["a: Book, undated, reported"])
    #expect(try coded.events(at: 2) == ["a: Coded, undated, reported"])
    #expect(
      try coded.ask { try $0.event(1)!.head.report.mention.source } == "Courier")
    #expect(
      try coded.ask(at: 2) { try $0.event(1)!.head.report.mention.source } == "Wire")
  }

  @Test func `a person's later word on a field counts, and nothing empties it`() throws {
    let twice = try given(
      .event("a", "A", on: "2023-05-01"), .corrected("a", ["date": "2023-06-01"]),
      .corrected("a", ["date": "2023-07-01"]))
    #expect(try twice.events() == ["a: A, 2023-07-01, reported"])
    let emptied = try given(
      .event("a", "A", on: "2023-05-01", published: "2023-05-02"), .corrected("a", ["date": .null]))
    #expect(try emptied.events() == ["a: A, undated, reported"])
  }

  @Test func `a source that a person gives stays`() throws {
    let given = try given(
      .event("a"), .corrected("a", ["title": "B"], source: "Right"),
      .told("a", "Coded", source: "Courier"))
    #expect(try given.ask { try $0.event(1)!.head.report.mention.source } == "Right")
  }

  @Test func `a whole event of the first version by a person sets what differs`() throws {
    let whole = NewRecord(
      id: .named("f"), type: RecordType(name: "event.amended", version: 1),
      payload: Array(
        """
        {"of":"\(RecordID.named("a"))","event":{"type":"funding","title":"Right",\
        "date":"2023-05-01","stance":"reported","polarity":"asserted"},"reason":"corrected by hand"}
        """.utf8))
    let believed = try given(.event("a", "A", on: "2023-05-01"), whole, .told("a", "Coded"))
    #expect(try believed.events() == ["a: Right, undated, reported"])
    #expect(try believed.ask { try $0.event(1)!.head.fieldsByPerson } == ["title"])
  }

  @Test func `a split report founds its own event`() throws {
    let split = try given(.event("a", "A"), .mention("b", of: "a", "B"), .split("b"))
    #expect(try split.events() == ["b: B, undated, reported", "a: A, undated, reported"])
    #expect(try split.events(at: 2) == ["a b: A, undated, reported"])
    let founder = try given(.event("a", "A"), .mention("b", of: "a", "B"), .split("a"))
    #expect(try founder.events() == ["a b: A, undated, reported"])
  }

  @Test func `a person who tells an event whole can take their own correction back`() throws {
    let told = try given(
      .event("a", "A"), .corrected("a", ["title": "B"]), .told("a", "A", by: .person))
    #expect(try told.events() == ["a: A, undated, reported"])
  }

  @Test func `all reports of a merged event are the other's, and its id still answers`() throws {
    let merged = try given(
      .event("a", "A"), .event("b", "B"), .mention("c", of: "b", "C"), .merged("c", into: "a"),
      .mention("d", of: "b", "D"))
    #expect(try merged.events() == ["a b c d: A, undated, reported"])
    #expect(
      try merged.events(at: 3) == ["b c: B, undated, reported", "a: A, undated, reported"])
    #expect(try merged.ask { try $0.account(.named("c"))?.event } == 1)
    #expect(try merged.ask(at: 3) { try $0.account(.named("c"))?.event } == 2)
    #expect(try merged.ask { try $0.events(named: "b000") } == [1])
    let founder = try given(
      .event("a", "A"), .event("b", "B"), .mention("c", of: "b", "C"), .merged("b", into: "a"))
    #expect(try founder.events() == ["a b c: A, undated, reported"])
  }

  @Test func `what is told once more beside what is new is passed over`() throws {
    let told = try given(.event("a", "A"))
    try told.store.append([.event("a", "A"), .event("b", "B")])
    #expect(try told.events() == ["b: B, undated, reported", "a: A, undated, reported"])
  }

  @Test func `merging an event with itself changes nothing`() throws {
    let merged = try given(.event("a", "A"), .mention("b", of: "a"), .merged("b", into: "a"))
    #expect(try merged.events() == ["a b: A, undated, reported"])
  }

  @Test func `retracted reports move with their event, and come back where it is`() throws {
    let moved = try given(
      .event("a", "A"), .event("b", "B"), .mention("c", of: "b", "C"),
      .retracted("c", act: "e1"), .merged("b", into: "a"), .undone("e1", act: "e2"))
    #expect(try moved.events(at: 5) == ["a b: A, undated, reported"])
    #expect(try moved.ask(at: 5) { try $0.account(.named("c"))?.event } == 1)
    #expect(try moved.events() == ["a b c: A, undated, reported"])
  }

  @Test func `a report by hand and a split can be undone`() throws {
    let report = Report(
      event: Event(type: .funding, title: "A"), mention: Mention(source: "Wire"), act: .named("e1"))
    let told = try given(
      NewRecord(id: .named("a"), change: .eventReported(report)), .event("b", "B"),
      .mention("c", of: "b"), .split("c", act: "e2"), .undone("e1", act: "e3"),
      .undone("e2", act: "e4"))
    #expect(try told.events(at: 4).count == 3)
    #expect(try told.events(at: 5).count == 2)
    #expect(try told.events() == ["b c: B, undated, reported"])
  }

  @Test func `an undone act is as if it had not been, and its undoing can be undone`() throws {
    let undone = try given(
      .event("a", "A"), .event("b", "B"), .merged("b", into: "a", act: "e1"),
      .undone("e1", act: "e2"), .undone("e2", act: "e3"), .undone("e3", act: "e4"))
    let (apart, together) = (
      ["b: B, undated, reported", "a: A, undated, reported"], ["a b: A, undated, reported"]
    )
    #expect(
      try (2...6).map { try undone.events(at: $0) } == [apart, together, apart, together, apart])
  }

  @Test func `an act counts as undone from the position of its undoing on`() throws {
    let told = try given(
      .event("a"), .corrected("a", ["title": "B"], act: "x"), .undone("x", act: "y"),
      .undone("y", act: "z"))
    let undone = try (2...4).map { position in
      try told.ask(at: position) { try $0.undoneActs() }
    }
    #expect(undone == [[], [.named("x")], [.named("y")]])
  }

  @Test func `what was said of a report after an act stays when the act is undone`() throws {
    let later = try given(
      .event("a", "A"), .retracted("a", act: "e1"), .corrected("a", ["title": "Right"]),
      .undone("e1", act: "e2"))
    #expect(try later.events(at: 3) == [])
    #expect(try later.events() == ["a: Right, undated, reported"])
  }

  @Test func `what a person did in the first version is undone by its own id`() throws {
    let hoax = NewRecord(
      id: .named("f1"), type: RecordType(name: "event.retracted", version: 1),
      payload: Array(#"{"of":"\#(RecordID.named("a"))","reason":"a hoax"}"#.utf8))
    let coded = NewRecord(
      id: .named("f2"), type: RecordType(name: "event.retracted", version: 1),
      payload: Array(
        #"{"of":"\#(RecordID.named("b"))","reason":"coded again with dictionary 12ab"}"#.utf8))
    let told = try given(
      .event("a", "A"), .event("b", "B"), hoax, coded, .undone("f1", act: "e1"),
      .undone("f2", act: "e2"))
    #expect(try told.events(at: 4) == [])
    #expect(try told.events() == ["a: A, undated, reported"])
  }

  @Test func `acts of a hostile log that undo themselves or each other end`() throws {
    let told = try given(
      .event("a", "A"), .retracted("a", act: "e1"), .undone("e1", act: "e1"),
      .corrected("a", ["title": "B"], act: "e2"), .undone("e2", act: "e3"), .undone("e3", act: "e2")
    )
    let history = try told.ask { snapshot in
      try snapshot.history(of: [try #require(try snapshot.account(.named("a")))]).map(\.position)
    }
    #expect(history == [1, 2, 3, 4, 5, 6])
    #expect(try told.events().count == 1)
  }

  @Test func `the last act that is not undone is told, and each by its records`() throws {
    let told = try given(
      .event("a"), .retracted("a", act: "e1"), .undone("e1", act: "e2"),
      .corrected("a", ["title": "x"], act: "e3"), .corrected("a", ["title": "y"], act: "e3"),
      .event("b"), .retracted("b", act: "e4"), .undone("e4", act: "e5"),
      .corrected("a", ["title": "z"], act: "e6"))
    func last(at position: Int64) throws -> Int64? {
      try told.ask(at: position) { try $0.lastAct()?.position }
    }
    #expect(try last(at: 1) == nil)
    #expect(try last(at: 3) == nil)
    #expect(try [4, 8, 9].map { try last(at: $0) } == [4, 4, 9])
    try told.ask { (snapshot) throws in
      let correction = try snapshot.act(
        named: RecordID.naming("retracted", "b", "e4").description)
      #expect(correction?.id == .named("e4"))
      #expect(correction?.isUndone == true)
      #expect(try snapshot.act(named: "a") == nil)
      #expect(try snapshot.act(named: "ffff") == nil)
      #expect(try snapshot.act(named: "") == nil)
    }
    let early = RecordID.naming("retracted", "a", "e1").description
    #expect(try told.ask(at: 1) { try $0.act(named: early) } == nil)
    #expect(try told.ask(at: 2) { try $0.act(named: early) }?.position == 2)
  }

  @Test func `what machines told last stands beside what a person set`() throws {
    let told = try given(
      .event("a", "A"), .told("a", "Coded"), .corrected("a", ["title": "Right"]),
      .mention("b", of: "a"), .event("c"), .merged("c", into: "a"))
    try told.ask { (snapshot) throws in
      let account = try #require(try snapshot.account(.named("a")))
      let base = try snapshot.base(of: account)
      #expect(base.report.event.title == "Coded")
      #expect(base.position == 2)
      #expect(try snapshot.isTouchedByPerson(account))
      let other = try #require(try snapshot.account(.named("b")))
      #expect(try snapshot.base(of: other).position == 4)
      #expect(try !snapshot.isTouchedByPerson(other))
      #expect(try snapshot.lastTouch(of: [account]) == 6)
      #expect(try snapshot.lastTouch(of: []) == 0)
    }
    let mention = try given(
      .event("a"), .mention("b", of: "a"), .told("b", "Coded"), .corrected("b", ["title": "Right"]))
    let base = try mention.ask { snapshot in
      try snapshot.base(of: #require(try snapshot.account(.named("b"))))
    }
    #expect(base.report.event.title == "Coded")
    #expect(base.position == 3)
    try told.ask(at: 2) { (snapshot) throws in
      let account = try #require(try snapshot.account(.named("a")))
      #expect(try !snapshot.isTouchedByPerson(account))
      #expect(try snapshot.lastTouch(of: [account]) == 2)
    }
  }

  @Test func `a mention of what was never told founds an event of its own`() throws {
    #expect(try given(.mention("b", of: "a", "B")).events() == ["b: B, undated, reported"])
  }

  @Test func `an event is as significant as it has sources`() throws {
    let told = try given(
      .event("a"), .mention("b", of: "a", source: "Courier"), .mention("c", of: "a"))
    #expect(try told.ask { try $0.event(1)?.significance } == 2)
  }

  @Test(arguments: [
    NewRecord.corrected("f", ["title": "x"]), .retracted("f"), .merged("f", into: "a"),
    .merged("a", into: "f"), .split("f"),
  ])
  func `a change of what nobody told is a fault and changes nothing`(fact: NewRecord) throws {
    let faulty = try given(.event("a", "A"), fact)
    #expect(try faulty.events() == ["a: A, undated, reported"])
    let state = try faulty.ask { try $0.projections() }.first { $0.name == "events" }
    #expect(state?.errors == 1)
    #expect(state?.position == 2)
  }

  @Test func `a change of a record that tells of no event is a fault`() throws {
    let item = NewRecord(
      id: .named("1a"),
      change: .itemObserved(ItemObservation(feed: "f", feedTitle: "f", key: "k", title: "t")))
    let states = try given(item, .retracted("1a")).ask { try $0.projections() }
    #expect(states.filter { $0.errors > 0 }.map(\.name) == ["events"])
  }

  @Test func `what changes nothing leaves no trace in the tables`() throws {
    func rows(_ facts: NewRecord...) throws -> Int? {
      let given = try Given([.event("a"), .mention("b", of: "a"), .event("c")] + facts)
      return try given.store.read { transaction in
        try Int.fetchOne(transaction.database, sql: "SELECT count(*) FROM account")
      }
    }
    #expect(try rows() == 3)
    #expect(try rows(.merged("b", into: "a"), .split("a"), .split("c")) == 3)
    #expect(try rows(.retracted("b"), .retracted("b")) == 4)
  }

  @Test func `what this annals does not know is counted and passed over`() throws {
    let unknown = NewRecord(
      id: .named("f"), type: RecordType(name: "event.exploded", version: 1),
      payload: Array("{}".utf8))
    let states = try given(.event("a"), unknown, .event("b")).ask { try $0.projections() }
    #expect(states.allSatisfy { $0.skipped == 1 && $0.position == 3 })
  }

  @Test func `the history of a report tells all that was said of it, and what was undone`() throws {
    let told = try given(
      .event("a"), .event("b"), .mention("c", of: "a"), .corrected("a", ["title": "x"], act: "e1"),
      .undone("e1", act: "e2"), .undone("e2", act: "e3"), .merged("b", into: "a"))
    func history(at position: Int64) throws -> [Int64] {
      try told.ask(at: position) { snapshot in
        try snapshot.history(of: [try #require(try snapshot.account(.named("a")))]).map(\.position)
      }
    }
    #expect(try history(at: 7) == [1, 3, 4, 5, 6, 7])
    #expect(try history(at: 4) == [1, 3, 4])
  }
}

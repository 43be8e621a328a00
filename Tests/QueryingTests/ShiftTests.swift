import EventLog
import EventModel
import JSONText
import Projections
import Querying
import TestSupport
import Testing

/// Rival definitions of the end of the phase B, which began on 2000-01-01, asked for at the end of 2009.
@Suite struct ShiftTests {
  func shift(_ events: [String], actors: Int = 2, against: [String] = []) -> NewRecord {
    NewRecord(
      id: .naming("shift", "\(events)", "\(actors)"),
      change: .shiftDefined(
        ShiftDefinition(
          sequence: "s", after: "B", name: "C", events: events, against: against, actors: actors,
          settles: "a word", mention: Mention(source: "book:b"))))
  }

  func answer(_ facts: NewRecord..., on day: String = "2009-12-31") throws -> JSON {
    let history = try History()
    try history.learn(
      .began("A", "1980-01-01"), .began("A2", "1990-01-01"), .began("B", "2000-01-01"),
      at: "2000-01-01")
    try history.store.append(facts, now: Instant("2005-01-01")!)
    return try history.ask(on: day) { question in
      try Inquiry.shift.answer(
        question, Arguments(["sequence": ["s"]], for: .shift)
      ).json
    }
  }

  func event(
    _ name: String, _ day: String, by actor: String, stance: Stance = .official,
    polarity: Polarity = .asserted, published: String? = nil
  ) -> NewRecord {
    .event(
      name, "an agent", on: day, by: [actor], stance: stance, polarity: polarity,
      published: published)
  }

  func dates(_ json: JSON) -> [String] {
    (json["rows"]?.elements ?? []).compactMap { $0["date"]?.string }
  }

  static let agents = ["agent"]

  @Test func `a shift is met once enough different actors have told, and began with the first`()
    throws
  {
    let json = try answer(
      shift(Self.agents), event("a", "2001-02-01", by: "Acme"),
      event("b", "2001-03-01", by: "Acme"), event("c", "2001-04-01", by: "Bolt"))
    let end = json["ends"]?.elements?.first
    #expect(end?["met"] == "2001-04-01")
    #expect(end?["boundary"] == "2001-02-01")
    #expect(end?["missing"] == 0)
    #expect(end?["forecasts"] == "next phase")
    #expect(dates(json) == ["2001-02-01", "2001-03-01", "2001-04-01"])
  }

  @Test func `rumours and denials are candidates that do not count`() throws {
    let json = try answer(
      shift(Self.agents), event("a", "2001-02-01", by: "Acme"),
      event("b", "2001-03-01", by: "Bolt", stance: .rumoured),
      event("c", "2001-04-01", by: "Coil", polarity: .denied))
    let end = json["ends"]?.elements?.first
    #expect(end?["met"] == .null && end?["boundary"] == .null)
    #expect(end?["missing"] == 1)
    #expect(end?["forecasts"] == "this phase")
    let counts = (json["rows"]?.elements ?? []).map { $0["counts"] == true }
    #expect(counts == [true, false, false])
  }

  @Test(arguments: [ActorLink.Relation.same, .renamed])
  func `two names of one actor count once`(relation: ActorLink.Relation) throws {
    let facts = [event("a", "2001-02-01", by: "Acme"), event("b", "2001-03-01", by: "Akme")]
    let link = NewRecord.linked("Acme", relation, of: "Akme", since: "2001-03")
    let two = try answer(shift(Self.agents), facts[0], facts[1])
    let one = try answer(shift(Self.agents), facts[0], facts[1], link)
    #expect(two["ends"]?.elements?.first?["missing"] == 0)
    #expect(one["ends"]?.elements?.first?["missing"] == 1)
  }

  @Test func `an event is a candidate from the day after the phase began to the day asked for`()
    throws
  {
    let facts = [
      event("a", "2000-01-01", by: "Acme"), event("b", "2000-01-02", by: "Acme"),
      event("c", "2009-12-31", by: "Acme", published: "2009-12-31"),
      event("d", "2010-01-01", by: "Acme", published: "2010-01-01"),
      event("e", "2009", by: "Acme", published: "2010-01-01"),
    ]
    let json = try answer(shift(Self.agents), facts[0], facts[1], facts[2], facts[3], facts[4])
    #expect(dates(json) == ["2000-01-02", "2009-01-01", "2009-12-31"])
    let early = try answer(
      shift(Self.agents), facts[0], facts[1], facts[2], facts[3], facts[4], on: "2004-12-31")
    #expect(dates(early) == [])
  }

  @Test func `an event of several queries is one candidate, and what opposes is named`() throws {
    let json = try answer(
      shift(["agent", "type:funding"], against: ["flop"]),
      event("a", "2001-02-01", by: "Acme"), .event("f", "a flop", on: "2002-01-01"))
    #expect(dates(json) == ["2001-02-01", "2002-01-01"])
    #expect(json["ends"]?.elements?.first?["opposing"]?.elements?.count == 1)
  }

  @Test func `a phase without a definition of its end is not asked about`() throws {
    #expect(throws: QueryError.self) { try answer(event("a", "2001-02-01", by: "Acme")) }
  }

  func suggestions(_ facts: [NewRecord]) throws -> [String] {
    let history = try History()
    try history.store.append(facts, now: Instant("2005-01-01")!)
    return try history.ask(on: "2009-12-31") { question in
      let json = try Inquiry.suggestions.answer(
        question, Arguments(["query": ["agent"]], for: .suggestions)
      ).json
      return (json["rows"]?.elements ?? []).map {
        "\($0["date"]?.string ?? "") \($0["sign"]?.string ?? "")"
      }
    }
  }

  /// The days on which a doubled share proposes a boundary, where the query has an event in 2001 (or
  /// none) of ten, and `count` events in 2002 of `total`.
  func doubled(_ count: Int, of total: Int, after early: Int = 1) throws -> [String] {
    func others(_ year: Int, _ number: Int) -> [NewRecord] {
      (0..<number).map {
        let day = CivilDay(year: year, month: 1 + $0 % 12, day: 20)!
        return .event("o\(year)-\($0)", "other", on: "\(day)")
      }
    }
    let agents = (0..<count).map {
      event("a\($0)", "\(CivilDay(year: 2002, month: 1 + $0, day: 1)!)", by: "Acme")
    }
    let before = early == 0 ? [] : [event("early", "2001-06-01", by: "Acme")]
    return try suggestions(
      before + others(2001, 10 - early) + agents + others(2002, total - count)
    ).filter { $0.hasSuffix("share") }
  }

  @Test func `a share is doubled from five events in a year on, and not from nothing`() throws {
    #expect(try doubled(5, of: 25) == ["2002-01-01 share"])
    #expect(try doubled(5, of: 26) == [])
    #expect(try doubled(4, of: 16) == [])
    #expect(try doubled(5, of: 20, after: 0) == [])
  }

  @Test func `three events on an object propose the first of them, the earliest first`() throws {
    func report(_ object: String, _ day: String) -> NewRecord {
      let event = Event(
        type: .funding, title: "an agent", date: .edtf(day), objects: [object])
      return NewRecord(
        id: .naming("on", object, day),
        change: .eventReported(Report(event: event, mention: Mention(source: "Wire"))))
    }
    let found = try suggestions(
      [
        ("A", "2003-01-01"), ("A", "2003-02-01"), ("A", "2003-03-01"), ("B", "2001-01-01"),
        ("B", "2001-02-01"), ("B", "2001-03-01"), ("C", "2000-01-01"), ("C", "2000-02-01"),
      ].map(report))
    #expect(
      found.filter { $0.hasSuffix("object") } == ["2001-01-01 new object", "2003-01-01 new object"])
  }

  @Test func `a burst and a doubled share propose their first event`() throws {
    var facts: [NewRecord] = []
    for year in 2000...2004 {
      for month in 1...12 {
        let day = CivilDay(year: year, month: month, day: 5)!
        for number in 0..<3 {
          facts.append(.event("x\(year)-\(month)-\(number)", "other", on: "\(day)"))
        }
        if year == 2003 || month == 1 {
          facts.append(event("a\(year)-\(month)", "\(day.advanced(by: 1))", by: "Acme"))
        }
      }
    }
    let found = try suggestions(facts)
    #expect(found.contains("2003-01-06 burst"))
    #expect(found.contains { $0.hasSuffix("share") })
    #expect(try suggestions([]) == [])
  }
}

import EventLog
import EventModel
import Projections
import TestSupport
import Testing

/// What sources claim of metrics.
@Suite struct ClaimSpecs {
  func claims(
    _ told: Given, at position: Int64? = nil, by actors: [String] = [], from first: String? = nil,
    to last: String? = nil, atLeast least: AmountCondition? = nil
  ) throws -> [String] {
    try told.ask(at: position) { snapshot in
      try snapshot.claims(
        of: "revenue", by: actors, from: first.flatMap { CivilDay($0) },
        to: last.flatMap { CivilDay($0) }, atLeast: least
      ).map { "\($0.actor) \($0.amount.value) \($0.period?.text ?? "-")" }
    }
  }

  func claim(_ name: String, _ value: Int, _ period: String?, by actor: String = "X") -> NewRecord {
    .event(name, by: [actor], amounts: [.money(value, of: period)])
  }

  @Test func `a claim counts where its whole period lies inside the days asked for`() throws {
    let told = try given(claim("a", 1, "2022"), claim("b", 2, "2023"), claim("c", 3, "2022-Q4"))
    #expect(try claims(told) == ["X 1 2022", "X 3 2022-Q4", "X 2 2023"])
    #expect(try claims(told, from: "2022-01-01", to: "2022-12-31") == ["X 1 2022", "X 3 2022-Q4"])
    #expect(try claims(told, from: "2022-01-02", to: "2022-12-31") == ["X 3 2022-Q4"])
    #expect(try claims(told, from: "2022-01-01", to: "2022-12-30") == [])
    #expect(try claims(told, from: "2023-01-01") == ["X 2 2023"])
  }

  @Test func `without a period a claim is about the time of its event`() throws {
    let told = try given(.event("a", on: "2023-05", by: ["X"], amounts: [.money(1)]))
    #expect(try claims(told) == ["X 1 2023-05"])
    #expect(try claims(told, from: "2023-05-02") == [])
    let dated = try given(.event("a", on: "2023-05", by: ["X"], amounts: [.money(1, of: "2022")]))
    #expect(try claims(dated, to: "2022-12-31") == ["X 1 2022"])
  }

  @Test func `claims stand in the order of the actors asked for`() throws {
    let told = try given(
      claim("a", 1, "2022", by: "A"), claim("b", 2, "2022", by: "B"), claim("c", 3, "2021", by: "B")
    )
    #expect(try claims(told, by: ["B", "A"]) == ["B 3 2021", "B 2 2022", "A 1 2022"])
    #expect(try claims(told, by: ["A"]) == ["A 1 2022"])
    #expect(try claims(told) == ["A 1 2022", "B 3 2021", "B 2 2022"])
  }

  @Test func `with a least amount the largest come first`() throws {
    let told = try given(
      claim("a", 1, "2022"), claim("b", 3, "2022"), claim("c", 2, "2022"),
      .event("d", by: ["X"], amounts: [.money(9, "CNY", of: "2022")]))
    let least = AmountCondition(.atLeast, ExactDecimal(2), unit: "USD")
    #expect(try claims(told, by: ["X"], atLeast: least) == ["X 3 2022", "X 2 2022"])
    let other = try given(
      claim("a", 2, "2022", by: "A"), claim("b", 3, "2022", by: "B"),
      .event("d", by: ["A"], amounts: [.money(9, "ZAR", of: "2022")]))
    #expect(try claims(other, by: ["A", "B"], atLeast: least) == ["B 3 2022", "A 2 2022"])
    let any = AmountCondition(.over, ExactDecimal(2), unit: nil)
    #expect(try claims(told, atLeast: any) == ["X 9 2022", "X 3 2022"])
  }

  @Test func `claims are those of the time asked for`() throws {
    let told = try given(
      claim("a", 1, "2022"), .told("a", "again"), claim("b", 2, "2022"), .retracted("b"))
    #expect(try (0...4).map { try claims(told, at: $0).count } == [0, 1, 0, 1, 0])
    #expect(try told.ask(at: 0) { try $0.metricNames() } == [])
    #expect(try told.ask(at: 1) { try $0.metricNames() } == ["revenue"])
    #expect(try told.ask(at: 0) { try $0.actorNames() } == [])
    #expect(try told.ask(at: 1) { try $0.actorNames() } == ["X"])
  }

  @Test func `amounts belong to whom the event is about, not to who pays`() throws {
    func told(_ actors: Actor..., type: EventType = .funding) throws -> [String] {
      let event = Event(type: type, title: "t", actors: actors, amounts: [.money(1)])
      let record = NewRecord(
        id: .named("a"),
        change: .eventReported(Report(event: event, mention: Mention(source: "s"))))
      return try claims(given(record))
    }
    #expect(
      try told(Actor("Payer", role: "investor"), Actor("Payee", role: "recipient")) == ["Payee 1 -"]
    )
    #expect(try told(Actor("First"), Actor("Second")) == ["First 1 -"])
    let (speaker, target) = (Actor("Speaker", role: "speaker"), Actor("Asked", role: "target"))
    #expect(try told(target, speaker, type: .advocacy) == ["Speaker 1 -"])
    #expect(try told(target, type: .advocacy) == [])
    #expect(try told(target, speaker, type: .acquisition) == ["Asked 1 -"])
    #expect(try told() == [])
  }
}

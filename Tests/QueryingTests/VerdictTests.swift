import EventLog
import EventModel
import Projections
import Querying
import TestSupport
import Testing

/// What became of forecasts that were issued on 2023-01-01.
@Suite struct VerdictTests {
  static let law = ForecastLaw(
    components: [.init(weight: 1, mu: 1, scale: 0.5, df: 5)], elapsed: 2)

  func issued(
    _ name: String = "f", window: String? = nil, amount: Int? = nil, law: ForecastLaw? = nil
  ) -> NewRecord {
    NewRecord(
      id: .named(name),
      change: .forecastIssued(
        ForecastIssue(
          title: name, forecaster: "somebody", asOf: CivilDay("2023-01-01")!,
          rule: .judged("words"),
          law: law, unit: .year, began: CivilDay("2021-01-01"),
          window: window.map(PartialDate.edtf),
          amount: amount.map { .money($0) }, mention: Mention(source: "Wire"))))
  }

  func resolved(
    _ value: Double?, of name: String = "f", on day: String = "2023-06-15"
  ) -> NewRecord {
    NewRecord(
      id: .naming("resolved", name),
      change: .forecastResolved(
        ForecastResolution(
          of: .named(name), by: nil, date: CivilDay(day)!, value: value,
          mention: Mention(source: "Wire"))))
  }

  func row(on day: String = "2026-01-01", _ facts: NewRecord...) throws -> LedgerRow {
    let history = try History()
    try history.store.append(facts)
    return try history.ask(on: day) { try #require(try $0.ledger().first) }
  }

  @Test(arguments: [
    (100, 110, true), (100, 111, false), (100, 90, true), (100, 89, false), (-100, -110, true),
    (-100, -111, false), (100, 140, false),
  ])
  func `an amount came true within a tenth of it`(said: Int, came: Int, cameTrue: Bool) throws {
    #expect(try row(issued(amount: said), resolved(Double(came))).cameTrue == cameTrue)
  }

  @Test(arguments: [
    ("2023-04-01", true), ("2023-06-30", true), ("2023-03-31", false), ("2023-07-01", false),
    ("2023-05-10", true),
  ])
  func `a window is met by any day in it`(day: String, cameTrue: Bool) throws {
    #expect(try row(issued(window: "2023-Q2"), resolved(1, on: day)).cameTrue == cameTrue)
  }

  @Test func `what did not come about in its time is untrue, what is open is neither`() throws {
    #expect(try row(issued(window: "2023-Q2"), resolved(nil)).cameTrue == false)
    #expect(try row(issued(window: "2023-Q2")).cameTrue == nil)
    #expect(try row(issued(), resolved(3)).cameTrue == nil)
  }

  @Test(arguments: [("2023-06-30", "open"), ("2023-07-01", "overdue")])
  func `a forecast is overdue after the last day of its window`(day: String, standing: String)
    throws
  {
    #expect(try row(on: day, issued(window: "2023-Q2")).standing.rawValue == standing)
  }

  @Test func `a law is overdue from its median on`() throws {
    let median = try #require(try row(issued(law: Self.law)).issue.medianDay)
    #expect(try row(on: median.description, issued(law: Self.law)).standing == .open)
    let next = median.advanced(by: 1).description
    #expect(try row(on: next, issued(law: Self.law)).standing == .overdue)
  }

  @Test func `an annulled forecast and a resolved one say so`() throws {
    let annulled = NewRecord(
      id: .named("n"),
      change: .forecastAnnulled(ForecastAnnulment(of: .named("f"), reason: "unfair")))
    #expect(try row(issued(window: "2023"), annulled).standing == .annulled)
    #expect(try row(issued(window: "2023"), resolved(1)).standing == .resolved)
  }

  @Test(arguments: [(2.0, false), (2.1, true), (1.0, false)])
  func `a law is scored by an outcome beyond what had elapsed`(value: Double, isScored: Bool) throws
  {
    #expect(try (row(issued(law: Self.law), resolved(value)).score != nil) == isScored)
  }

  @Test func `the score card counts what came true among forecasts without a law`() throws {
    let history = try History(
      issued("a1", window: "2023-Q2"), issued("a2", window: "2023-Q2"),
      issued("a3", window: "2023"),
      issued("a4", window: "2023-Q2", law: Self.law), resolved(1, of: "a1"), resolved(1, of: "a2"),
      resolved(nil, of: "a3"), resolved(3, of: "a4"))
    let card = try history.ask { ScoreCard(try $0.ledger()) }
    let plain = card.tables.map(\.plain)
    #expect(plain.map(\.true).reduce(0, +) == 2)
    #expect(plain.map(\.decided).reduce(0, +) == 3)
    #expect(card.tables.map(\.records).reduce(0, +) == 4)
  }

  @Test func `four digits name a forecast where no other begins so`() throws {
    let history = try History(issued("abcd1"), issued("abce1"), issued("abce2"), issued("9999"))
    try history.ask { (question) throws in
      #expect(try question.forecast(named: "ABCD").issue.title == "abcd1")
      #expect(throws: QueryError.self) { try question.forecast(named: "999") }
      #expect(throws: QueryError.self) { try question.forecast(named: "abce") }
      #expect(throws: NoSuchForecast.self) { try question.forecast(named: "ffff") }
    }
  }
}

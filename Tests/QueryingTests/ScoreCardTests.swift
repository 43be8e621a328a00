import EventLog
import EventModel
import Forecasting
import JSONText
import Querying
import TestSupport
import Testing

/// What counts in which table of scores, and how often.
@Suite struct ScoreCardTests {
  func issued(
    _ name: String, by source: String = "annals", after phase: String = "A",
    began: String = "2020-01-01", chance: Double? = nil
  ) -> NewRecord {
    NewRecord(
      id: .named(name),
      change: .forecastIssued(
        ForecastIssue(
          title: name, forecaster: source, asOf: CivilDay("2020-02-01")!,
          rule: chance == nil ? .nextPhase(sequence: "s", after: phase) : .judged("x"),
          law: chance == nil
            ? ForecastLaw(
              components: [.init(weight: 1, mu: 5, scale: 1, df: 4)], elapsed: 1) : nil,
          unit: .day, began: CivilDay(began)!, probability: chance,
          mention: Mention(source: source))))
  }

  func resolved(_ name: String, on day: String = "2020-06-01", value: Double? = 152) -> NewRecord {
    NewRecord(
      id: .naming("resolved", name),
      change: .forecastResolved(
        ForecastResolution(
          of: .named(name), by: nil, date: CivilDay(day)!, value: value,
          mention: Mention(source: "hand"))))
  }

  /// The score card of what was recorded on a day, and then decided.
  func card(
    _ issued: [NewRecord], at moment: String = "2020-02-01", _ resolved: [NewRecord]
  ) throws -> ScoreCard {
    let history = try History()
    try history.store.append(issued, now: Instant(moment)!)
    try history.store.append(resolved, now: Instant("2021-01-01")!)
    return try history.ask { ScoreCard(try $0.ledger()) }
  }

  func questions(_ card: ScoreCard) -> [Int] { card.tables.map(\.questions) }

  @Test func `many records of one phase are one question, and their mean is its score`() throws {
    let names = (1...24).map { "\($0 + 100)" }
    let card = try card(names.map { issued($0) }, names.map { resolved($0) })
    #expect(card.tables[0].records == 24)
    #expect(questions(card) == [1, 0, 0])
    #expect(card.calibration.meanCRPS.count == 1)
    #expect(card.calibration.meanCRPS.value == nil)
    #expect(card.calibration.pitHistogram.reduce(0, +) == 1)
    let two = try self.card(
      [issued("101"), issued("102", after: "B")], [resolved("101"), resolved("102")])
    #expect(questions(two) == [2, 0, 0])
  }

  @Test(arguments: [("2020-05-31T23:59:59Z", [1, 0, 0]), ("2020-06-01T00:00:00Z", [0, 1, 0])])
  func `what was recorded when the outcome could be known is hindsight`(
    moment: String, counts: [Int]
  ) throws {
    #expect(try questions(card([issued("101")], at: moment, [resolved("101")])) == counts)
  }

  @Test func `what others said in public stands apart, whenever it was recorded`() throws {
    let card = try card(
      [issued("101", by: "book:b")], at: "2020-12-01", [resolved("101")])
    #expect(questions(card) == [0, 0, 1])
    #expect(card.tables[2].holds.contains("1 decided question in 1 record"))
  }

  @Test func `a chance is scored by Brier`() throws {
    func brier(_ value: Double?) throws -> Double? {
      let history = try History()
      try history.learn(issued("101", by: "hand", chance: 0.3), at: "2020-02-01")
      try history.learn(resolved("101", value: value), at: "2021-01-01")
      return try history.ask { try $0.ledger().first?.brier }
    }
    let (came, not) = (try #require(try brier(1)), try #require(try brier(nil)))
    #expect(abs(came - 0.49) < 1e-12)
    #expect(abs(not - 0.09) < 1e-12)
  }

  @Test func `a receipt says how it is counted, and since when it is overdue`() throws {
    func receipt(_ facts: NewRecord..., at moment: String) throws -> String {
      let history = try History()
      try history.store.append(facts, now: Instant(moment)!)
      return try history.ask {
        let document = try Inquiry.forecastShow.answer(
          $0, Arguments(["forecast": ["1010"]], for: .forecastShow))
        return "\(document.parts)"
      }
    }
    let early = try receipt(issued("101"), resolved("101"), at: "2020-02-01")
    let late = try receipt(issued("101"), resolved("101"), at: "2021-01-01")
    let open = try receipt(issued("101"), at: "2020-02-01")
    #expect(!early.contains("as hindsight, apart") && late.contains("as hindsight, apart"))
    #expect(!early.contains("overdue since") && open.contains("overdue since"))
  }

  @Test func `the list expects the window where one was given, else the median of the law`() throws
  {
    func expected(_ forecast: NewRecord) throws -> String? {
      let history = try History()
      try history.learn(forecast, at: "2020-02-01")
      return try history.ask {
        let document = try Inquiry.forecastList.answer($0, Arguments([:], for: .forecastList))
        guard case .table(let table)? = document.parts.first else { return nil }
        let column = table.columns.first { $0.title == "expected" }
        return table.rows.first.flatMap { column?.cell($0).plain }
      }
    }
    let window = NewRecord(
      id: .named("102"),
      change: .forecastIssued(
        ForecastIssue(
          title: "w", forecaster: "x", asOf: CivilDay("2020-02-01")!, rule: .judged("x"),
          window: .edtf("2021"), mention: Mention(source: "x"))))
    #expect(try expected(window) == "2021")
    guard case .forecastIssued(let issue) = issued("101").change else { return }
    #expect(try expected(issued("101")) == issue.medianDay?.description)
    #expect(issue.medianDay != nil)
  }

  @Test func `what is open counts nowhere`() throws {
    #expect(try questions(card([issued("101")], [])) == [0, 0, 0])
  }
}

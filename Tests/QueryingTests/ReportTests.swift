import EventLog
import EventModel
import JSONText
import TestSupport
import Testing

@testable import Querying

@Suite struct ReportTests {
  private func report(
    _ words: String..., in period: String? = nil, of facts: [NewRecord]
  ) throws -> ReportAnswer {
    let history = try History()
    try history.store.append(facts)
    return try history.ask { question in
      let values = ["query": words, "period": period.map { [$0] } ?? []]
      return try question.report(Arguments(values, for: .timeline))
    }
  }

  private func claims(_ metric: String, _ years: [Int], by actor: String = "OpenAI") -> [NewRecord]
  {
    years.map { year in
      .event(
        "\(metric) \(year) \(actor)", on: "\(year)-06-01", by: [actor],
        amounts: [.money(year, "USD", metric, of: "\(year)")])
    }
  }

  private let sequence: [NewRecord] = [
    .began("A", "1950", of: "nlp"), .began("B", "1990", of: "nlp"), .began("C", "2010", of: "nlp"),
    .began("D", "2018", of: "nlp"),
  ]

  @Test func `a company's name is a query for its events, in any spelling that the log has`() throws
  {
    let report = try report(
      "openai", of: claims("revenue", [2021, 2022]) + claims("revenue", [2020], by: "Meta"))
    #expect(report.title == "OpenAI" && report.query == ["actor:\"OpenAI\""])
    #expect(report.events.rows.count == 2 && report.ledger.isEmpty && report.sequences.isEmpty)
  }

  @Test func `words that name nothing are looked for`() throws {
    let report = try report("revenue", "2022", of: claims("revenue", [2021, 2022]))
    #expect(report.query == ["revenue", "2022"] && report.events.rows.count == 1)
  }

  @Test func `a sequence has its phases, its forecast and the ledger, and no events of others`()
    throws
  {
    let report = try report("nlp", of: sequence + claims("revenue", [2022]))
    #expect(report.sequences.map(\.name) == ["nlp"] && report.sequences[0].phases.rows.count == 4)
    #expect(report.sequences[0].forecast?.json["schema"] == "annals.forecast/1")
    #expect(report.events.rows.isEmpty && report.trend == nil && report.ledger.count == 2)
  }

  @Test func `the whole store has all events, all sequences and the ledger`() throws {
    let report = try report(of: sequence + claims("revenue", [2022]))
    #expect(report.query == [] && report.events.rows.count == 1)
    #expect(report.sequences.map(\.name) == ["nlp"] && report.ledger.count == 2)
  }

  @Test func `three claims make a comparison, and of one company a growth`() throws {
    let three = claims("revenue", [2020, 2021, 2022])
    #expect(try report("OpenAI", of: three).comparisons.map(\.rows.count) == [3])
    #expect(try report("OpenAI", of: three).growth.count == 1)
    let others = claims("revenue", [2020, 2021], by: "Meta")
    #expect(try report("OpenAI", of: three + others).comparisons.map(\.rows.count) == [3])
    #expect(try report(of: three).growth.isEmpty)
    #expect(try report("actor:OpenAI actor:Meta", of: three).growth.isEmpty)
    let two = claims("revenue", [2021, 2022])
    #expect(try report("OpenAI", of: two).comparisons.isEmpty)
  }

  @Test func `a growth rests on three observations, however many claims there are`() throws {
    let facts =
      claims("revenue", [2021, 2022]) + [
        .event("again", by: ["OpenAI"], amounts: [.money(2022, "USD", of: "2022")])
      ]
    let report = try report("OpenAI", of: facts)
    #expect(report.comparisons.count == 1 && report.growth.isEmpty)
  }

  @Test func `the three metrics that are claimed most are compared, of equals the first by name`()
    throws
  {
    let facts =
      claims("revenue", [2019, 2020, 2021, 2022]) + claims("valuation", [2020, 2021, 2022])
      + claims("cash", [2020, 2021, 2022]) + claims("net_loss", [2020, 2021, 2022])
    let titles = try report(of: facts).comparisons.compactMap {
      $0.title?.split(separator: " ").first
    }
    #expect(titles == ["revenue", "cash", "net_loss"])
  }

  @Test(arguments: [
    (399, TrendInterval.week), (400, .month), (2499, .month), (2500, .quarter), (8999, .quarter),
    (9000, .year),
  ])
  func `a longer time is counted in longer intervals`(days: Int, interval: TrendInterval) {
    #expect(TrendInterval(forDays: days) == interval)
  }

  @Test func `every part is about the period`() throws {
    let facts = claims("revenue", [2019, 2020, 2021, 2022])
    let report = try report("OpenAI", in: "2022", of: facts)
    #expect(report.period.text == "2022-01-01..2022-12-31")
    #expect(report.trend?.json["period"] == .strings(["2022-01-01", "2022-12-31"]))
  }
}

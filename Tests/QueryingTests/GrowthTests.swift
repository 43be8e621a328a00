import Forecasting
import EventLog
import EventModel
import JSONText
import Projections
import TestSupport
import Testing

@testable import Querying

@Suite struct GrowthTests {
  /// The days and values that a trend of OpenAI's revenue would rest on.
  func observations(_ facts: NewRecord...) throws -> [String] {
    let history = try History()
    try history.store.append(facts)
    let trend = try history.ask { try $0.growth(of: "revenue", by: "OpenAI", in: .all) }
    return trend.observations.map { "\(CivilDay(number: Int($0.day))) \(Int($0.value))" }
  }

  func claim(
    _ name: String, _ value: Int, _ unit: String = "USD", of period: String = "2022",
    stance: Stance = .reported, polarity: Polarity = .asserted
  ) -> NewRecord {
    .event(
      name, by: ["OpenAI"], amounts: [.money(value, unit, of: period)], stance: stance,
      polarity: polarity)
  }

  @Test func `a claim counts at the end of its period, in the order of time`() throws {
    #expect(
      try observations(claim("a", 2, of: "2023"), claim("b", 1, of: "2022"))
        == ["2022-12-31 1", "2023-12-31 2"])
  }

  @Test func `the firmest claims of a period count, each value once`() throws {
    #expect(
      try observations(
        claim("a", 1), claim("b", 2), claim("c", 3, stance: .official),
        claim("d", 4, stance: .official), claim("e", 5, stance: .rumoured)) == [
          "2022-12-31 3", "2022-12-31 4",
        ])
    #expect(
      try observations(claim("a", 1), claim("b", 2), claim("c", 1))
        == ["2022-12-31 1", "2022-12-31 2"])
  }

  /// What is said of a revenue that has these values at the ends of years from 2020 on.
  func said(_ values: [Int], reaching level: Double? = nil) throws -> String {
    let history = try History()
    for (place, value) in values.enumerated() {
      try history.store.append([claim("claim \(place)", value, of: "\(2020 + place)")])
    }
    let document = try history.ask {
      try $0.growth(of: "revenue", by: "OpenAI", in: .all, reaching: level).document
    }
    return document.parts.map { "\($0)" }.joined(separator: "\n")
  }

  @Test func `a rising metric doubles, a falling one halves`() throws {
    let (rising, falling) = (try said([100, 210, 390, 810]), try said([800, 410, 190, 105]))
    #expect(rising.contains("doubles in 3") && !rising.contains("halves"))
    #expect(falling.contains("halves in 3") && !falling.contains("doubles"))
  }

  @Test func `a level is reached on a day, or beyond the calendar`() throws {
    let soon = try said([100, 210, 390, 810], reaching: 1e4)
    #expect(soon.contains("reaches 10000 USD by 2027"))
    let slow = try said([1_000_000, 1_000_100, 1_000_190, 1_000_310], reaching: 1e9)
    #expect(slow.contains("reaches 1 billion USD by beyond the calendar"))
    #expect(
      try said([100, 210, 390, 810], reaching: 300).contains(
        "300 USD: it was there, or past it, by 2022"))
    #expect(
      try said([800, 410, 190, 105], reaching: 9000).contains("9000 USD: it was there, or past it"))
    #expect(try said([800, 410, 190, 105], reaching: 10).contains("reaches 10 USD by 202"))
  }

  @Test func `a falling metric falls, and its halving has an interval in order`() throws {
    let falling = try said([800, 410, 190, 105])
    #expect(falling.contains("falls by the factor"))
    #expect(falling.contains("days, 95 %: 3"))
    #expect(!falling.contains("–-") && !falling.contains("95 %: -"))
  }

  @Test func `growth that cannot be told from none says so, and doubles in no time`() throws {
    let flat = try said([100, 120, 95, 115, 102])
    #expect(flat.contains("not told from no growth"))
    #expect(!flat.contains("doubles") && !flat.contains("halves"))
  }

  /// Each claim with what becomes of it.
  func uses(_ facts: NewRecord..., isFrontier: Bool = false) throws -> [String] {
    let history = try History()
    try history.store.append(facts)
    let trend = try history.ask {
      try $0.growth(of: "revenue", by: nil, in: .all, isFrontier: isFrontier)
    }
    return trend.claims.rows.map { "\(Int($0.value)) \($0.use)" }
  }

  func amount(
    _ value: String, bound: Bound? = nil, approximate: Bool = false, of period: String = "2022"
  ) throws -> Amount {
    Amount(
      kind: .money, metric: "revenue", value: try #require(ExactDecimal(value)), unit: "USD",
      approximate: approximate, bound: bound, period: try PartialDate(edtf: period))
  }

  @Test
  func `bounds are bounds, forecasts no facts, and an exact figure stands before a rounded one`()
    throws
  {
    let told = try uses(
      .event("a", by: ["X"], amounts: [amount("100")]),
      .event("b", by: ["X"], amounts: [amount("105", approximate: true)]),
      .event("c", by: ["X"], amounts: [amount("90", bound: .over)]),
      .event("d", by: ["X"], amounts: [amount("50", approximate: true)]),
      .event("e", type: EventType(rawValue: "forecast"), by: ["X"], amounts: [amount("300")]))
    #expect(
      told == [
        "100 fact", "105 omitted(\"an exact figure is given\")", "90 bound", "50 fact",
        "300 forecast",
      ])
  }

  @Test func `what is said of a time that has not begun is a forecast, and a range a bound`() throws
  {
    var range = try amount("7", of: "2020")
    range.range = ExactDecimal(7)...ExactDecimal(9)
    var change = try amount("8", of: "2019")
    change.direction = "up"
    let told = try uses(
      .event("a", by: ["X"], amounts: [change]), .event("b", by: ["X"], amounts: [range]),
      .event("c", by: ["X"], amounts: [amount("5", of: "2022")], published: "2021-12-31"),
      .event("d", by: ["X"], amounts: [amount("6", of: "2023")], published: "2023-01-01"))
    #expect(
      told == ["8 omitted(\"a change, no level\")", "7 bound", "5 forecast", "6 fact"])
  }

  @Test func `the frontier is the running record of everybody`() throws {
    let told = try uses(
      .event("a", by: ["X"], amounts: [.money(10, "USD", of: "2020")]),
      .event("b", by: ["Y"], amounts: [.money(5, "USD", of: "2021")]),
      .event("c", by: ["Y"], amounts: [.money(40, "USD", of: "2022")]),
      .event("d", by: ["X"], amounts: [.money(40, "USD", of: "2023")]),
      .event("e", by: ["X"], amounts: [.money(90, "USD", of: "2024")]), isFrontier: true)
    let passed = "omitted(\"no record on its day\")"
    #expect(told == ["10 fact", "5 \(passed)", "40 fact", "40 \(passed)", "90 fact"])
    let falling = try uses(
      .event("a", by: ["X"], amounts: [.money(90, "USD", of: "2020")]),
      .event("b", by: ["Y"], amounts: [.money(40, "USD", of: "2021")]),
      .event("c", by: ["Y"], amounts: [.money(40, "USD", of: "2022")]),
      .event("d", by: ["X"], amounts: [.money(10, "USD", of: "2023")]), isFrontier: true)
    #expect(falling == ["90 fact", "40 fact", "40 \(passed)", "10 fact"])
  }

  @Test func `what is denied does not count, nor what is not positive`() throws {
    #expect(try observations(claim("a", 1, polarity: .denied)) == [])
    let told = try uses(
      claim("a", 1), claim("b", 2, polarity: .denied), claim("c", 0, of: "2023"))
    #expect(told == ["1 fact", "2 omitted(\"denied\")", "0 omitted(\"not positive\")"])
  }

  @Test func `the unit is that of what is asserted`() throws {
    #expect(
      try observations(
        claim("a", 1, "USD"), claim("b", 2, "CNY", polarity: .denied),
        claim("c", 3, "CNY", polarity: .denied)) == ["2022-12-31 1"])
  }

  @Test func `a rounded figure stands for an exact one that is a tenth away`() throws {
    func told(_ exact: String, _ rounded: String) throws -> [String] {
      try uses(
        .event("a", by: ["X"], amounts: [amount(exact)]),
        .event("b", by: ["X"], amounts: [amount(rounded, approximate: true)]))
    }
    #expect(try told("110", "100") == ["110 fact", "100 omitted(\"an exact figure is given\")"])
    #expect(try told("90", "100") == ["90 fact", "100 omitted(\"an exact figure is given\")"])
    #expect(try told("111", "100") == ["111 fact", "100 fact"])
    #expect(try told("100", "100") == ["100 fact", "100 omitted(\"an exact figure is given\")"])
  }

  func growth(
    _ facts: [NewRecord], reaching level: Double? = nil
  ) throws -> MetricTrend {
    let history = try History()
    try history.store.append(facts)
    return try history.ask { try $0.growth(of: "revenue", by: nil, in: .all, reaching: level) }
  }

  @Test func `every claim is in one of the lists of the contract`() throws {
    let json = try growth([
      claim("a", 100, of: "2020"), claim("b", 210, of: "2021"), claim("c", 390, of: "2022"),
      .event(
        "d", type: EventType(rawValue: "forecast"), by: ["OpenAI"], amounts: [amount("810")]),
      .event("e", by: ["OpenAI"], amounts: [amount("90", bound: .over)]),
      .event("f", by: ["OpenAI"], amounts: [amount("91", bound: .over)]),
      claim("0", 1, polarity: .denied), claim("1", 1, "CNY"), claim("2", 2, "CNY"),
    ]).json
    func values(_ key: String) -> [Double] {
      (json[key]?.elements ?? []).compactMap { $0["value"]?.double }
    }
    #expect(values("observations") == [100, 210, 390])
    #expect(values("forecasts") == [810])
    #expect(values("bounds") == [90, 91])
    #expect(values("omitted") == [1, 1, 2])
  }

  @Test func `what is left out is counted by reason, in their order`() throws {
    let document = try growth([
      claim("a", 1), claim("b", 2, of: "2023"), claim("c", 3, "CNY", polarity: .denied),
      claim("d", 1, "CNY"), claim("e", 0, of: "2021"),
    ]).document
    let told = document.parts.map { "\($0)" }.joined()
    #expect(told.contains("3 of 5 claims are left out: 1 denied, 1 in CNY, 1 not positive"))
  }

  @Test func `a level is reached one day, or never`() throws {
    func reached(_ values: [Int]) throws -> JSON? {
      try growth(
        values.enumerated().map { claim("claim \($0)", $1, of: "\(2020 + $0)") }, reaching: 1e4
      ).json["reaches"]
    }
    let soon = try reached([100, 210, 390, 810])
    let perhaps = try reached([100, 120, 95, 115, 104])
    #expect(soon?["mayNever"] == false && soon?["interval"]?.elements?.last != .null)
    #expect(perhaps?["mayNever"] == true && perhaps?["interval"]?.elements?.last == .null)
  }

  @Test func `the unit of most claims counts, of equally many the first by name`() throws {
    #expect(
      try observations(
        claim("a", 1, "CNY"), claim("b", 2, "CNY", of: "2023"), claim("c", 3, "AUD"))
        == ["2022-12-31 1", "2023-12-31 2"])
    #expect(try observations(claim("a", 1, "USD"), claim("b", 2, "CNY")) == ["2022-12-31 2"])
    #expect(try observations(claim("a", 1, "CNY"), claim("b", 2, "USD")) == ["2022-12-31 1"])
  }
}

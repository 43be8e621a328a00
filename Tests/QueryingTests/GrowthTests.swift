import Forecasting
import EventLog
import EventModel
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

  @Test func `the firmest claim of a period counts, of equal ones the first`() throws {
    #expect(
      try observations(
        claim("a", 1), claim("b", 2), claim("c", 3, stance: .official),
        claim("d", 4, stance: .official), claim("e", 5, stance: .rumoured)) == ["2022-12-31 3"])
    #expect(try observations(claim("a", 1), claim("b", 2)) == ["2022-12-31 1"])
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
    #expect(try said([100, 210, 390, 810], reaching: 1e4).contains("reaches the level on 2027"))
    let slow = try said([1_000_000, 1_000_100, 1_000_190, 1_000_310], reaching: 1e9)
    #expect(slow.contains("reaches the level on beyond the calendar"))
  }

  @Test func `what is denied does not count`() throws {
    #expect(try observations(claim("a", 1, polarity: .denied)) == [])
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

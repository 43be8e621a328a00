import Forecasting
import EventLog
import EventModel
import Projections
import Querying
import TestSupport
import Testing

@Suite struct ForecastInputTests {
  func input(_ facts: NewRecord..., on day: String) throws -> ForecastInput {
    let history = try History()
    try history.store.append(facts, now: Instant("1900-01-01")!)
    return try history.ask(on: day) { try $0.forecastInput("s") }
  }

  @Test func `lengths given by hand may say to what they are rounded`() throws {
    func lengths(_ text: String) throws -> [String] {
      let arguments = try Arguments(["durations": [text]], for: .forecast)
      return try ForecastInput(arguments, asOf: CivilDay("2023-05-15")!).durations.map {
        "\($0.value) \($0.roundedTo.map { "\($0)" } ?? "-")"
      }
    }
    #expect(try lengths("40~10,5") == ["40.0 10.0", "5.0 -"])
    for wrong in ["40~10~5", "40~", "~", "forty", "40,,5~x"] {
      #expect(throws: QueryError.self, "\(wrong)") { try lengths(wrong) }
    }
  }

  @Test func `a phase that begins on the day asked for is the current one`() throws {
    for (day, current) in [("1990-01-01", "C"), ("1989-12-31", "B")] {
      let input = try input(
        .began("A", "1970-01-01"), .began("B", "1980-01-01"), .began("C", "1990-01-01"), on: day)
      #expect(input.current == current)
    }
  }

  @Test func `a phase that ends on the day asked for is complete`() throws {
    for (day, count) in [("1990-01-01", 1), ("1989-12-31", 0)] {
      let input = try input(.began("A", "1970-01-01"), .ended("A", "1990-01-01"), on: day)
      #expect(input.durations.count == count)
      #expect(input.current == (count == 0 ? "A" : nil))
      #expect(input.began?.description == (count == 0 ? "1970-01-01" : "1990-01-01"))
    }
  }

  @Test func `time runs from the day that the current phase began`() throws {
    let input = try input(.began("A", "1970-01-01"), .began("B", "1980-01-01"), on: "1980-01-01")
    #expect(input.elapsed == 0)
    #expect(input.horizons.first?.description == "1981-01-01")
    #expect(input.horizons.count == 5)
  }

  @Test func `a phase that is yet to begin has not lasted`() throws {
    let input = try input(.began("A", "1970"), .ended("A", "1990-05-01/1991"), on: "1990-06-01")
    #expect(input.began?.description == "1990-05-01")
    let early = ForecastInput(
      durations: input.durations, unit: .year, began: CivilDay("1999-01-01"),
      asOf: CivilDay("1998-12-31")!)
    #expect(early.elapsed == nil)
  }

  @Test func `lengths are those stated where every complete phase has one`() throws {
    let stated = try input(
      .began("A", "1970-01-01"), .began("B", "1980-01-01"), .began("C", "1990-01-01"),
      .lasted("A", "11"), .lasted("B", "108", .month), on: "1995-01-01")
    #expect(stated.durations.map(\.value) == [11, 9])
    #expect(stated.lengthsByBoundaries?.map { $0.rounded() } == [10, 10])
    let partly = try input(
      .began("A", "1970-01-01"), .began("B", "1980-01-01"), .began("C", "1990-01-01"),
      .lasted("A", "11"), on: "1995-01-01")
    #expect(partly.durations.map { $0.value.rounded() } == [10, 10])
    #expect(partly.lengthsByBoundaries == nil)
    let none = try input(.began("A", "1970-01-01"), on: "1995-01-01")
    #expect(none.lengthsByBoundaries == nil)
  }

  @Test func `a phase that is stated without boundaries is complete`() throws {
    let input = try input(.lasted("A", "11"), .began("B", "1980-01-01"), on: "1995-01-01")
    #expect(input.durations.map(\.value) == [11])
    #expect(input.lengthsByBoundaries == nil)
  }
}

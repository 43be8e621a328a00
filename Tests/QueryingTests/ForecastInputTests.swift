import Forecasting
import EventLog
import EventModel
import JSONText
import Projections
import TestSupport
import Testing

@testable import Querying

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
  }

  @Test(arguments: [
    (30.0, "2026-02-12 2026-02-19 2026-02-26 2026-03-05 2026-03-12 2026-03-19"),
    (45, "2026-03-01 2026-04-01 2026-05-01 2026-06-01 2026-07-01 2026-08-01"),
    (200, "2026-04-01 2026-07-01 2026-10-01 2027-01-01 2027-04-01 2027-07-01"),
    (900, "2027-01-01 2028-01-01 2029-01-01 2030-01-01 2031-01-01"),
  ])
  func `chances are told by days on the scale of the law`(latest: Double, days: String) {
    let day = CivilDay("2026-02-05")!
    let input = ForecastInput(durations: [], unit: .day, began: day, asOf: day)
    #expect(input.horizons(until: latest).map(\.description).joined(separator: " ") == days)
  }

  /// Launches a hundred days apart, on each of which a query's phase begins.
  func launches(on day: String = "2001-06-01", _ arguments: [String: [String]]) throws
    -> ForecastAnswer
  {
    let history = try History()
    for (number, date) in ["2000-01-01", "2000-04-10", "2000-07-19", "2000-10-27", "2001-02-04"]
      .enumerated()
    {
      try history.store.append(
        [
          .event(
            "\(number)", type: EventType(rawValue: "model-release"), on: date, by: ["OpenAI"],
            published: date)
        ],
        now: Instant("1990-01-01")!)
    }
    return try history.ask(on: day) {
      try $0.forecast(
        Arguments(["sequence": ["type:model-release"]].merging(arguments) { $1 }, for: .forecast))
    }
  }

  @Test func `a query stands in for a sequence`() throws {
    let answer = try launches([:])
    #expect(answer.input.durations.map(\.value) == [100, 100, 100, 100])
    #expect(answer.input.unit == .day)
    #expect(answer.input.began == CivilDay("2001-02-04"))
    #expect(throws: QueryError.self) { try launches(["sequence": ["type:funding"]]) }
    #expect(throws: UnusableInput.self) { try launches(on: "2000-03-01", [:]) }
  }

  @Test func `an event of a query counts from the day that recorded or published it`() throws {
    func answer(_ day: String) throws -> ForecastAnswer {
      let history = try History()
      for (number, date) in ["2000-01-01", "2000-04-10", "2000-07-19", "2000-10-27"].enumerated() {
        try history.learn(.event("\(number)", on: date, by: ["OpenAI"]), at: "1990-01-01")
      }
      try history.learn(
        .event("late", on: "2001-02-04", by: ["OpenAI"], published: "2001-03-01"),
        at: "2001-09-01")
      return try history.ask(on: day) {
        try $0.forecast(Arguments(["sequence": ["type:funding"]], for: .forecast))
      }
    }
    let (before, then) = (try answer("2001-02-28"), try answer("2001-03-01"))
    #expect(before.input.durations.count == 3 && !before.input.isReconstructed)
    #expect(then.input.durations.count == 4 && then.input.isReconstructed)
    #expect(try !answer("2001-09-01").input.isReconstructed)
  }

  @Test func `a date asked for names the whole of its unit, after the start`() throws {
    let answer = try launches(["by": ["2001-05", "2001-07-01"]])
    #expect(answer.by.map(\.day.description) == ["2001-05-31", "2001-07-01"])
    #expect(answer.by[0].probability < answer.by[1].probability)
    #expect(throws: QueryError.self) { try launches(["by": ["2001-02-04"]]) }
    #expect(try launches(["by": ["2001-02-05"]]).by.count == 1)
  }

  @Test func `phases ahead are told one after another, fifty at most`() throws {
    let answer = try launches(["ahead": ["3"]])
    #expect(answer.json["ahead"]?.elements?.count == 3)
    #expect(answer.json["ahead"]?.elements?.last?["step"] == 3)
    #expect(try launches(["ahead": ["50"]]).json["ahead"]?.elements?.count == 50)
    #expect(throws: QueryError.self) { try launches(["ahead": ["51"]]) }
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

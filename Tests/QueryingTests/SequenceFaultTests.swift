import EventLog
import EventModel
import Querying
import TestSupport
import Testing

@Suite struct SequenceFaultTests {
  func faults(_ facts: NewRecord..., on day: String = "2000-12-31") throws -> [String] {
    let history = try History()
    try history.store.append(facts, now: Instant("1999-01-01")!)
    return try history.ask(on: day) { try $0.sequenceFaults().map(\.message) }
  }

  @Test func `phases that follow one another have no fault`() throws {
    #expect(
      try faults(
        .began("A", "1970-01-01", published: "1970-01-01"), .ended("A", "1980-01-01"),
        .began("B", "1980-01-01"), .began("C", "1980-01-02")) == [])
    #expect(try faults(.began("A", "1970"), .began("B", "1970")) == [])
    #expect(try faults(.began("A", "1970-01-01"), .ended("A", "1970-01-01")) == [])
  }

  @Test func `two phases of one day are named`() throws {
    let faults = try faults(.began("A", "1970-01-01"), .began("B", "1970-01-01"))
    #expect(faults == ["“A” and “B” of s began on one day, 1970-01-01"])
  }

  @Test func `phases out of order are named`() throws {
    #expect(
      try faults(
        .began("A", "1970-01-01"), .ended("A", "1980-01-02"), .began("B", "1980-01-01"))
        == ["“B” of s began before “A” had ended"])
    #expect(
      try faults(.began("A", "1970-01-02"), .ended("A", "1970-01-01"))
        == ["“A” of s ended on 1970-01-01, before it began"])
  }

  @Test func `a beginning after its own publication is named`() throws {
    let faults = try faults(.began("A", "1970-01-02", published: "1970-01-01"))
    #expect(faults.first?.contains("after its source was published on 1970-01-01") == true)
  }

  @Test(arguments: [("1995-01-01", 0), ("1995-02-01", 1)])
  func `a sequence that is forecast and unknown for half a phase is named`(
    day: String, count: Int
  ) throws {
    func issued(by source: String) -> NewRecord {
      NewRecord(
        id: .named("f"),
        change: .forecastIssued(
          ForecastIssue(
            title: "f", forecaster: source, asOf: CivilDay("1990-01-01")!,
            rule: .nextPhase(sequence: "s", after: "C"), mention: Mention(source: source))))
    }
    func told(_ forecast: NewRecord) throws -> Int {
      try faults(
        .began("A", "1970-01-01"), .began("B", "1980-01-01"), .began("C", "1990-01-01"), forecast,
        on: day
      ).count
    }
    #expect(try told(issued(by: "annals")) == count)
    #expect(try told(issued(by: "book:b")) == 0)
    #expect(
      try faults(
        .began("A", "1970-01-01"), .began("B", "1980-01-01"), .began("C", "1990-01-01"), on: day)
        == [])
  }
}

import Forecasting
import EventLog
import EventModel
import Projections
import Querying
import TestSupport
import Testing

@Suite struct PhaseTests {
  func table(_ facts: NewRecord...) throws -> PhaseTable {
    let history = try History()
    try history.store.append(facts)
    return try history.ask { try $0.phaseTable(of: "s") }
  }

  @Test func `phases stand in the order of their beginnings, the undated last`() throws {
    let table = try table(
      .lasted("Undated", "5"), .began("B", "1970"), .began("A", "1950"), .began("Tie", "1970"))
    #expect(table.phases.map(\.name) == ["A", "B", "Tie", "Undated"])
  }

  @Test func `a phase ends as stated, else when the next begins`() throws {
    let table = try table(
      .began("A", "1950-01-01"), .ended("A", "1960-01-01"), .began("B", "1970-01-01"),
      .began("C", "1971-01-01"))
    #expect(
      table.phases.indices.map { table.end(of: $0)?.text } == ["1960-01-01", "1971-01-01", nil])
    #expect(table.duration(of: 0).map { ($0 * 100).rounded() / 100 } == 10)
  }

  @Test func `a phase that ends when it begins has no length`() throws {
    let table = try table(.began("A", "1950-01-01"), .ended("A", "1950-01-01"))
    #expect(table.duration(of: 0) == nil)
  }

  @Test func `a definition names the sequence and its unit`() throws {
    let defined = NewRecord(
      id: .named("d"),
      change: .sequenceDefined(
        SequenceDefinition(
          sequence: "s", title: "Paradigms", unit: .month, mention: Mention(source: "Wire"))))
    let table = try table(defined, .began("A", "1950"))
    #expect(table.title == "Paradigms")
    #expect(table.unit == .month)
  }

  @Test func `each sequence has one table`() throws {
    let history = try History(
      .began("A", "1950"), .began("X", "1960", of: "t"), .began("B", "1955"))
    let tables = try history.ask { try $0.phaseTables() }
    #expect(tables.map(\.sequence) == ["s", "t"])
    #expect(tables.map(\.phases.count) == [2, 1])
  }

  static let releases = NewRecord(
    id: .named("d"),
    change: .sequenceDefined(
      SequenceDefinition(
        sequence: "s", title: "Releases", unit: .day, query: "actor:OpenAI",
        mention: Mention(source: "Wire"))))

  @Test func `events of one day begin one phase of a sequence of events`() throws {
    let history = try History(
      Self.releases, .event("a", "One", on: "2023-01-01", by: ["OpenAI"]),
      .event("b", "Two", on: "2023-01-01", by: ["OpenAI"]),
      .event("c", "Three", on: "2023-01-02", by: ["OpenAI"]),
      .event("d1", "Other", on: "2023-01-03"))
    let table = try history.ask { try $0.phaseTable(of: "s") }
    #expect(table.phases.map(\.name) == ["One", "Three"])
  }

  /// What is known of the phases by the end of 2000.
  func known(_ facts: NewRecord, at moment: String) throws -> [Double] {
    let history = try History()
    try history.learn(
      .began("A", "1980-01-01"), .began("B", "1990-01-01"), at: "1999-01-01T00:00:00Z")
    try history.learn(facts, at: moment)
    let input = try history.ask(on: "2000-12-31") { try $0.forecastInput("s") }
    return input.durations.map { $0.value.rounded() }
  }

  @Test func `what was recorded on the day asked for is known, a moment later it is not`() throws {
    let change = NewRecord.began("C", "1995-01-01")
    #expect(try known(change, at: "2000-12-31T23:59:59.999Z") == [10, 5])
    #expect(try known(change, at: "2001-01-01T00:00:00Z") == [10])
  }

  @Test(arguments: [("2000-12-31", [10, 5]), ("2001-01-01", [10]), ("2000", [10, 5])])
  func `what was recorded later is known from its publication on`(
    published: String, lengths: [Double]
  ) throws {
    let change = NewRecord.began("C", "1995-01-01", published: published)
    #expect(try known(change, at: "2020-01-01") == lengths)
  }

  @Test func `a forecast says that it is reconstructed only where something came later`() throws {
    let history = try History()
    try history.learn(.began("A", "1980"), .began("B", "1990"), at: "2001-01-01T00:00:00Z")
    for (day, isReconstructed) in [("2001-01-01", false), ("2000-12-31", true)] {
      let learned = try History()
      try learned.learn(
        .began("A", "1980", published: "1980"), .began("B", "1990", published: "1990"),
        at: "2001-01-01T00:00:00Z")
      let input = try learned.ask(on: day) { try $0.forecastInput("s") }
      #expect(input.isReconstructed == isReconstructed)
    }
  }

  @Test func `events of a sequence count from when they were recorded or published`() throws {
    func phases(_ event: NewRecord, at moment: String) throws -> Int {
      let history = try History()
      try history.learn(
        Self.releases, .event("a", on: "2000-01-01", by: ["OpenAI"]),
        .event("b", on: "2000-02-01", by: ["OpenAI"]), at: "2000-06-01")
      try history.learn(event, at: moment)
      return try history.ask(on: "2000-12-31") { try $0.forecastInput("s") }.durations.count
    }
    let unpublished = NewRecord.event("c", on: "2000-03-01", by: ["OpenAI"])
    #expect(try phases(unpublished, at: "2000-12-31T23:59:59Z") == 2)
    #expect(try phases(unpublished, at: "2001-01-01T00:00:00Z") == 1)
    for (day, count) in [("2000-12-31", 2), ("2001-01-01", 1)] {
      let published = NewRecord.event("c", on: "2000-03-01", by: ["OpenAI"], published: day)
      #expect(try phases(published, at: "2020-01-01") == count)
    }
  }

  @Test func `a reference sequence has at least two phases that begin one after the other`() throws
  {
    let history = try History(
      .began("A", "1950"), .began("X", "1950", of: "t"), .began("Y", "1950", of: "t"),
      .began("M", "1950", of: "u"), .began("N", "1951", of: "u"))
    try history.ask { (question) throws in
      #expect(throws: QueryError.self) { try question.referenceSequence("s") }
      #expect(throws: QueryError.self) { try question.referenceSequence("t") }
      #expect(try question.referenceSequence("u").durations.count == 1)
    }
  }
}

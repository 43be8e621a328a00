import EventLog
import EventModel
import GRDB
import JSONText
import Projections
import TestSupport
import Testing

/// The day of an event that more and more accounts join, and the lists in which it stands.
@Suite struct JoiningSpecs {
  /// The days on which the events begin, as their rows say.
  private func days(_ records: NewRecord...) throws -> [String] {
    let told = try Given(records)
    let days = try told.ask { try $0.inAnyScope().eventDays(matching: ReportFilter()) }
    return days.map { "\($0.day)" }
  }

  @Test func `a later report of no better stance leaves the day`() throws {
    #expect(
      try days(
        .event("a", on: "2023-05-10"), .mention("b", of: "a", on: "2023-05-12"),
        .mention("c", of: "a", on: "2023-05-09", stance: .rumoured),
        .mention("d", of: "a", published: "2023-05-01")) == ["2023-05-10"])
    #expect(
      try days(
        .event("a", published: "2023-05-10"), .mention("b", of: "a", published: "2023-05-12"))
        == ["2023-05-10"])
  }

  @Test func `an earlier report moves the day`() throws {
    #expect(
      try days(.event("a", on: "2023-05-10"), .mention("b", of: "a", on: "2023-05-08"))
        == ["2023-05-08"])
    #expect(
      try days(
        .event("a", published: "2023-05-10"), .mention("b", of: "a", published: "2023-05-08"))
        == ["2023-05-08"])
  }

  @Test func `a better stance moves the day, and the next of its kind does not`() throws {
    #expect(
      try days(
        .event("a", on: "2023-05-10"), .mention("b", of: "a", on: "2023-05-12", stance: .official),
        .mention("c", of: "a", on: "2023-05-13", stance: .official)) == ["2023-05-12"])
    #expect(
      try days(
        .event("a", published: "2023-05-10"),
        .mention("b", of: "a", stance: .official, published: "2023-05-12")) == ["2023-05-12"])
    #expect(
      try days(
        .event("a", published: "2023-05-10"), .mention("b", of: "a", stance: .official),
        .mention("c", of: "a", stance: .official, published: "2023-05-12")) == ["2023-05-12"])
  }

  @Test func `a date counts before days of publication`() throws {
    #expect(
      try days(
        .event("a", published: "2023-05-10"), .mention("b", of: "a", on: "2023-05-12"),
        .mention("c", of: "a", stance: .official, published: "2023-05-13")) == ["2023-05-12"])
  }

  @Test func `a date inside a longer one says it more closely`() throws {
    #expect(
      try days(.event("a", on: "2023-05"), .mention("b", of: "a", on: "2023-05-20"))
        == ["2023-05-20"])
    #expect(
      try days(.event("a", on: "2023-05-10"), .mention("b", of: "a", on: "2023-05"))
        == ["2023-05-10"])
  }

  @Test func `reports of the other polarity date nothing`() throws {
    #expect(
      try days(
        .event("a", on: "2023-05-10"),
        .mention("b", of: "a", on: "2023-05-09", stance: .official, polarity: .denied),
        .mention("c", of: "a", on: "2023-05-12", stance: .official)) == ["2023-05-12"])
  }

  @Test func `reports that were retracted or told otherwise date nothing`() throws {
    #expect(
      try days(
        .event("a", on: "2023-05-10"), .mention("b", of: "a", on: "2023-05-11", stance: .official),
        .retracted("b"), .mention("c", of: "a", on: "2023-05-12", stance: .official))
        == ["2023-05-12"])
    #expect(
      try days(
        .event("a", on: "2023-05-10"), .mention("b", of: "a", on: "2023-05-11", stance: .official),
        .told("b", "b", on: "2023-05-11"),
        .mention("c", of: "a", on: "2023-05-12", stance: .official)) == ["2023-05-12"])
  }

  @Test func `an event that has lost its first day takes an earlier one than it has now`() throws {
    #expect(
      try days(
        .event("a", on: "2023-05-10"), .mention("b", of: "a", on: "2023-05-08"), .retracted("b"),
        .mention("c", of: "a", on: "2023-05-09")) == ["2023-05-09"])
  }

  @Test func `without its founder an event is dated as the next account has it`() throws {
    #expect(
      try days(
        .event("a", on: "2023-05-10"), .mention("b", of: "a", on: "2023-05-11", polarity: .denied),
        .retracted("a"),
        .mention("c", of: "a", on: "2023-05-13", stance: .official, polarity: .denied))
        == ["2023-05-13"])
    #expect(
      try days(
        .event("a", on: "2023-05-10"), .mention("b", of: "a", on: "2023-05-11", polarity: .denied),
        .told("a", "a", on: "2023-05-10"), .corrected("a", ["polarity": "denied"]),
        .mention("c", of: "a", on: "2023-05-13", stance: .official, polarity: .denied))
        == ["2023-05-13"])
  }

  @Test func `accounts that come together date an event as if they had come one by one`() throws {
    #expect(
      try days(
        .event("a", on: "2023-05-10"), .event("b", on: "2023-05-12", stance: .official),
        .mention("c", of: "b", on: "2023-05-13", stance: .official),
        .merged("b", into: "a", by: .coder("12ab"))) == ["2023-05-12"])
    #expect(
      try days(
        .event("a", on: "2023-05-10"), .event("b", on: "2023-05-08"), .retracted("b"),
        .mention("c", of: "b", on: "2023-05-13"), .merged("b", into: "a", by: .coder("12ab")))
        == ["2023-05-10"])
  }

  @Test func `what was corrected comes along`() throws {
    let told = try given(
      .event("a", on: "2023-05-10"), .event("b", on: "2023-05-12"),
      .told("b", "b", on: "2023-05-11"), .merged("b", into: "a", by: .coder("12ab")))
    let account = try told.ask { try $0.account(.named("b")) }
    #expect(account?.report.event.date?.text == "2023-05-11")
    #expect(account?.event == 1)
  }

  @Test func `a merge of an act that was undone brings nothing`() throws {
    let told = try given(
      .event("a", on: "2023-05-10"), .event("c", on: "2023-05-13"), .undone("f", act: "e"),
      .merged("c", into: "a", act: "f"))
    #expect(try told.ask { try $0.account(.named("c")) }?.event == 2)
  }

  @Test func `an event stands in the lists of all whom its accounts name`() throws {
    let told = try given(
      .event("a", type: .funding, on: "2023-05-10", by: ["X"]),
      .mention("b", of: "a", type: .acquisition, on: "2023-05-10", by: ["X", "Y"]),
      .event("c", on: "2023-05-11", by: ["Z"]),
      .event("d", type: .litigation, on: "2023-05-12", by: ["V"]),
      .retracted("d"), .mention("e", of: "d", on: "2023-05-12", by: ["W"]),
      .merged("c", into: "a", by: .coder("12ab")), .merged("d", into: "a", by: .coder("12ab")))
    func count(_ filter: ReportFilter) throws -> Int {
      try told.ask { snapshot in
        try snapshot.events(matching: filter, order: .occurred).count
      }
    }
    for (actor, expected) in [("X", 1), ("Y", 1), ("Z", 1), ("V", 0), ("W", 1)] {
      var filter = ReportFilter()
      filter.actors = [actor]
      #expect(try count(filter) == expected, "\(actor)")
    }
    for (type, expected) in [(EventType.funding, 1), (.acquisition, 1), (.litigation, 0)] {
      var filter = ReportFilter()
      filter.types = [type]
      #expect(try count(filter) == expected, "\(type)")
    }
  }

  /// How many rows a table has, with those that hold no longer.
  private func rows(of table: String, _ records: NewRecord...) throws -> Int? {
    try Given(records).store.store.read {
      try Int.fetchOne($0.database, sql: "SELECT count(*) FROM \(table)")
    }
  }

  @Test func `rows that go on to hold are not written anew`() throws {
    let (x, y) = (["X"], ["X", "Y"])
    let joined = { (table: String) in
      try self.rows(
        of: table, .event("a", type: .funding, on: "2023-05-10", by: x),
        .mention("b", of: "a", type: .acquisition, on: "2023-05-10", by: y))
    }
    #expect(try joined("event_actor") == 2)
    #expect(try joined("event_type") == 2)
    let merged = NewRecord.merged("b", into: "a", by: .coder("12ab"))
    #expect(
      try rows(of: "account", .event("a"), .mention("b", of: "a"), merged) == 2,
      "merged with what it is one with")
    #expect(try rows(of: "account", .event("a"), .event("b"), merged) == 3)
  }

  @Test func `an event is listed from the first account on that counts it to the industry`() throws
  {
    let hidden = { (name: String) in NewRecord.corrected(name, ["scope": .number(0.1)]) }
    let told = try given(
      .event("a", on: "2023-05-10"), hidden("a"), .mention("b", of: "a", on: "2023-05-10"),
      .event("c", on: "2023-05-11"), hidden("c"), .event("d", on: "2023-05-11"), hidden("d"),
      .merged("d", into: "c", by: .coder("12ab")))
    let days = try told.ask { try $0.eventDays(matching: ReportFilter()) }
    #expect(days.map { "\($0.day)" } == ["2023-05-10"])
  }
}

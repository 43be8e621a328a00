import EventLog
import EventModel
import JSONText
import Projections
import TestSupport
import Testing

/// How many events are told of which days.
@Suite struct DaySpecs {
  @Test func `days are counted of the events of any of several actors, each once`() throws {
    let told = try given(
      .event("a", on: "2023-05-01", by: ["X"]), .event("b", on: "2023-05-02", by: ["Y"]),
      .event("c", on: "2023-05-02", by: ["X", "Y"]))
    var filter = ReportFilter()
    filter.actors = ["X", "Y"]
    #expect(try told.ask { try $0.eventDays(matching: filter) }.map(\.count) == [1, 2])
  }

  @Test func `days are counted of all that is listed, however long ago it was`() throws {
    let told = try given(
      .event("a", on: "1950-05-01"), .event("b", on: "1969-12-31"), .event("c", on: "1970-01-01"),
      .event("d", on: "2023-05-01"), .corrected("d", ["scope": .number(0.1)]),
      .event("e", on: "2023-05-02"), .event("f", on: "2023-05-02"),
      .event("g", on: "2023-06-01/2023-07-02"), .event("h"))
    for position in [nil, 8] as [Int64?] {
      let days = try told.ask(at: position) { try $0.eventDays(matching: ReportFilter()) }
      #expect(
        days.map { "\($0.day) \($0.count)" }
          == ["1950-05-01 1", "1969-12-31 1", "1970-01-01 1", "2023-05-02 2"])
    }
    let all = try told.ask { try $0.inAnyScope().eventDays(matching: ReportFilter()) }
    #expect(all.map(\.count) == [1, 1, 1, 1, 2])
  }

  @Test func `days are counted of what is known to a month`() throws {
    let told = try given(
      .event("a", on: "2023-01-01"), .event("b", on: "2023-01"), .event("c", on: "2023-01-01"),
      .event("d", on: "2023-01-01/2023-02-01"), .event("e", on: "2023"), .event("f"))
    let days = try told.ask { try $0.eventDays(matching: ReportFilter()) }
    #expect(
      days.map { "\($0.day) \($0.last) \($0.count)" }
        == ["2023-01-01 2023-01-01 2", "2023-01-01 2023-01-31 1"])
    let before = try told.ask(at: 2) { try $0.eventDays(matching: ReportFilter()) }
    #expect(before.map(\.count) == [1, 1])
  }
}

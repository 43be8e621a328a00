import EventLog
import EventModel
import JSONText
import Projections
import Querying
import TestSupport
import Testing

@Suite struct CountsTests {
  /// The intervals in which events fall, with how many and of how many.
  func counts(
    _ query: String = "", of dates: [String], in period: String,
    by interval: TrendInterval = .month,
    others: [String] = []
  ) throws -> [String] {
    let history = try History()
    for (number, date) in dates.enumerated() {
      try history.store.append([.event("event \(number)", on: date, by: ["OpenAI"])])
    }
    for (number, date) in others.enumerated() {
      try history.store.append([.event("other \(number)", on: date, by: ["SenseTime"])])
    }
    return try rows(history, query, period, interval).map { row in
      let (count, total) = (row["count"]?.integer ?? -1, row["total"]?.integer ?? -1)
      return "\(row["interval"]?.string ?? "") \(count)/\(total)"
    }
  }

  func rows(
    _ history: History, _ query: String, _ period: String, _ interval: TrendInterval
  ) throws -> [JSON] {
    try history.ask { question in
      try question.counts(
        try EventQuery(query) { $0 },
        in: try Period(period, today: CivilDay("2026-11-23")!), by: interval
      ).rows
    }
  }

  @Test func `the first and the last day of an interval belong to it`() throws {
    #expect(
      try counts(
        of: ["2023-01-01", "2023-01-31", "2023-02-01", "2023-03-31"], in: "2023-01..2023-03")
        == ["2023-01 2/2", "2023-02 1/1", "2023-03 1/1"])
  }

  @Test func `weeks begin on Mondays, quarters in January, April, July and October`() throws {
    #expect(
      try counts(of: ["2023-05-15", "2023-05-21"], in: "2023-05-15..2023-05-21", by: .week)
        == ["2023-05-15/2023-05-21 2/2"])
    #expect(
      try counts(of: ["2023-03-31", "2023-04-01"], in: "2023-03..2023-04", by: .quarter)
        == ["2023-Q1 1/1", "2023-Q2 1/1"])
    #expect(try counts(of: ["2023-07-01"], in: "2023", by: .year) == ["2023 1/1"])
  }

  @Test func `a month is precise enough, more is left out of both counts`() throws {
    #expect(try counts(of: ["2023-01"], in: "2023-01") == ["2023-01 1/1"])
    #expect(try counts(of: ["2023-01-01/2023-02-01"], in: "2023-01") == ["2023-01 0/0"])
  }

  @Test func `an event that began before the period counts in no interval of it`() throws {
    #expect(try counts(of: ["2023-04-25/2023-05-05"], in: "2023-05") == ["2023-05 0/0"])
  }

  @Test func `where nobody says when, the first event that fits begins, and the last of all ends`()
    throws
  {
    let history = try History()
    for (actor, date) in [
      ("SenseTime", "1950-10-01"), ("OpenAI", "2023-01-05"), ("SenseTime", "2023-03-01"),
    ] {
      try history.store.append([.event("of \(date)", on: date, by: [actor])])
    }
    func intervals(_ query: String) throws -> [String] {
      try history.ask { question in
        try question.counts(try EventQuery(query) { $0 }, in: .all, by: .month).rows.compactMap {
          $0["interval"]?.string
        }
      }
    }
    #expect(try intervals("actor:OpenAI") == ["2023-01", "2023-02", "2023-03"])
    #expect(try intervals("actor:Nobody") == [])
  }

  @Test func `a query's events are a share of all`() throws {
    #expect(
      try counts(
        "actor:OpenAI", of: ["2023-01-05"], in: "2023-01..2023-02",
        others: ["2023-01-06", "2023-01-07", "2023-02-01"]) == ["2023-01 1/3", "2023-02 0/1"])
  }

  @Test func `what an exclusion takes away still counts among all`() throws {
    #expect(
      try counts(
        "not:actor:OpenAI", of: ["2023-01-05"], in: "2023-01",
        others: ["2023-01-06", "2023-01-07"]) == ["2023-01 2/3"])
  }

  @Test func `the share of nothing is null, that of something a number`() throws {
    let history = try History(.event("a", on: "2023-01-05"))
    let shares = try rows(history, "", "2023-01..2023-02", .month).map { $0["share"] }
    #expect(shares == [.number(1.0), .null])
  }

  /// A year of twenty events a month, of which OpenAI has one, in June eighteen.
  private func leap() throws -> History {
    let history = try History()
    for month in 1...12 {
      for number in 1...20 {
        let actor = (month == 6 ? number <= 18 : number == 1) ? "OpenAI" : "SenseTime"
        let date = "2023-" + (month < 10 ? "0" : "") + "\(month)-05"
        try history.store.append([.event("\(month).\(number)", on: date, by: [actor])])
      }
    }
    return history
  }

  @Test func `a burst is where the share of a query's events leaps`() throws {
    let bursts = try rows(leap(), "actor:OpenAI", "2023", .month).map { $0["burst"] == true }
    #expect(bursts == (1...12).map { $0 == 6 })
  }

  @Test func `a burst is one in a period within it too`() throws {
    let rows = try rows(leap(), "actor:OpenAI", "2023-06-02..2023-06-20", .month)
    #expect(rows.map { $0["burst"] == true } == [true])
  }

  @Test func `an interval that is cut or without events says so`() throws {
    let history = try History(.event("a", on: "2023-01-20"), .event("b", on: "2023-03-02"))
    let told = try rows(history, "", "2023-01-10..2023-03", .month).map { $0["coverage"] }
    #expect(told == ["partial", "empty", "whole"])
  }

  @Test func `ten thousand intervals are enough`() throws {
    let history = try History(.event("a", on: "2023-01-05"))
    // 833 years and 4 months, and one month more.
    #expect(try rows(history, "", "1190-01..2023-04", .month).count == 10_000)
    #expect(throws: QueryError.self) { try rows(history, "", "1190-01..2023-05", .month) }
  }
}

import EventModel
import Querying
import Testing

@Suite struct PeriodTests {
  /// A Wednesday.
  static let today = CivilDay("2026-08-19")!

  @Test(arguments: [
    ("2026", "2026-01-01..2026-12-31"), ("2026Q3", "2026-07-01..2026-09-30"),
    ("2026-Q1", "2026-01-01..2026-03-31"), ("2026-08", "2026-08-01..2026-08-31"),
    ("2026-08-14", "2026-08-14..2026-08-14"), ("2022-11..2023-05", "2022-11-01..2023-05-31"),
    ("2022..", "2022-01-01.."), ("..2022-11", "..2022-11-30"),
    ("today", "2026-08-19..2026-08-19"), ("yesterday", "2026-08-18..2026-08-18"),
    ("this week", "2026-08-17..2026-08-23"), ("last month", "2026-07-01..2026-07-31"),
    ("last quarter", "2026-04-01..2026-06-30"), ("last year", "2025-01-01..2025-12-31"),
    ("last 90 days", "2026-05-22..2026-08-19"), ("last 2 months", "2026-06-20..2026-08-19"),
    ("2026-07..today", "2026-07-01..2026-08-19"), ("199x", "1990-01-01..1999-12-31"),
  ])
  func `a period is read as the whole of its units`(text: String, days: String) throws {
    #expect(try Period(text, today: Self.today).text == days)
  }

  @Test(arguments: [
    ("2026-05-01..2026-05-01", "2026-05-01..2026-05-01"), ("last 1 day", "2026-08-19..2026-08-19"),
    ("last 2 weeks", "2026-08-06..2026-08-19"), ("last 1 years", "2025-08-20..2026-08-19"),
    ("last 100000 days", "1752-11-04..2026-08-19"), ("this year", "2026-01-01..2026-12-31"),
  ])
  func `the ends of a period belong to it`(text: String, days: String) throws {
    #expect(try Period(text, today: Self.today).text == days)
  }

  @Test(arguments: [
    ("2026-08-17", "this week", "2026-08-17..2026-08-23"),
    ("2026-08-23", "this week", "2026-08-17..2026-08-23"),
    ("2026-03-31", "this quarter", "2026-01-01..2026-03-31"),
    ("2026-04-01", "this quarter", "2026-04-01..2026-06-30"),
    ("2026-01-01", "last quarter", "2025-10-01..2025-12-31"),
  ])
  func `a day at the edge belongs to its unit`(today: String, text: String, days: String) throws {
    #expect(try Period(text, today: CivilDay(today)!).text == days)
  }

  @Test func `what two periods share is from the later start to the earlier end`() throws {
    let (year, rest) = (
      try Period("2026", today: Self.today), try Period("2026-07..2027", today: Self.today)
    )
    #expect(year.intersection(rest).text == "2026-07-01..2026-12-31")
    #expect(year.intersection(.all) == year)
  }

  @Test(arguments: ["last 0 days", "last 100001 days"])
  func `a count of days has bounds`(text: String) {
    #expect(throws: QueryError.self) { try Period(text, today: Self.today) }
  }

  @Test(arguments: [
    "", "..", "soon", "2026-13", "last", "last -3 days", "2023..2022", "a..b..c",
    "next month", "next 3 days", "now",
  ])
  func `what is no period is refused`(text: String) {
    #expect(throws: QueryError.self) { try Period(text, today: Self.today) }
  }
}

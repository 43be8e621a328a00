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

  @Test(arguments: ["", "..", "soon", "2026-13", "last", "last -3 days", "2023..2022", "a..b..c"])
  func `what is no period is refused`(text: String) {
    #expect(throws: QueryError.self) { try Period(text, today: Self.today) }
  }
}

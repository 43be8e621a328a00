import EventModel
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: [
    ("1950", "1950-01-01", "1950-12-31", DatePrecision.year),
    ("2023-05", "2023-05-01", "2023-05-31", .month),
    ("2024-02", "2024-02-01", "2024-02-29", .month),
    ("2022-11-30", "2022-11-30", "2022-11-30", .day),
    ("199X", "1990-01-01", "1999-12-31", .decade),
    ("19XX", "1900-01-01", "1999-12-31", .century),
    ("1950~", "1950-01-01", "1950-12-31", .year),
    ("2023-Q1", "2023-01-01", "2023-03-31", .quarter),
    ("2018-H2", "2018-07-01", "2018-12-31", .half),
    ("2016-W52", "2016-12-26", "2017-01-01", .week),
    ("2022-11/2023-03", "2022-11-01", "2023-03-31", .interval),
  ])
  func `a date covers its days`(
    text: String, first: String, last: String, precision: DatePrecision
  ) throws {
    let date = try PartialDate(edtf: text)
    #expect(date.text == text)
    #expect(date.first?.description == first)
    #expect(date.last?.description == last)
    #expect(date.precision == precision)
  }

  @Test func `quarters and halves in EDTF's numbers have one spelling`() throws {
    #expect(try PartialDate(edtf: "2023-34").text == "2023-Q2")
    #expect(try PartialDate(edtf: "2023-41").text == "2023-H2")
  }

  @Test func `an open interval has no end`() throws {
    let date = try PartialDate(edtf: "2022/..")
    #expect(date.last == nil)
    #expect(date.overlaps(try PartialDate(edtf: "2031")))
    #expect(!date.overlaps(try PartialDate(edtf: "2021-12")))
  }

  @Test(arguments: [
    "", "20", "2023-13", "2023-02-30", "May 2023", "2023/2022", "..", "../..", "2023-Q5", "x",
    "2023-1", "+2023", "2023-05-15-01", "20XX5",
  ])
  func `what is no date is refused`(text: String) {
    #expect(throws: PartialDateError.self) { try PartialDate(edtf: text) }
  }

  @Test func `days count from 1970 and back`() {
    for number in stride(from: -800_000, through: 800_000, by: 97) {
      let (year, month, day) = CivilDay(number: number).components
      #expect(CivilDay(year: year, month: month, day: day)?.number == number)
    }
  }

  @Test func `an instant is written and read in RFC 3339`() {
    #expect(Instant("2023-05-15T09:06:00+08:00")?.description == "2023-05-15T01:06:00Z")
    #expect(Instant("1969-12-31T23:59:59.250Z")?.milliseconds == -750)
    #expect(Instant("2023-05-15T25:00:00Z") == nil)
  }
}

@Suite struct CivilDayTests {
  @Test func `only days of the years 0 to 9999 can be written`() throws {
    let last = try #require(CivilDay("9999-12-31"))
    #expect(last.isWritable && !last.advanced(by: 1).isWritable)
    let first = try #require(CivilDay("0000-01-01"))
    #expect(first.isWritable && !first.advanced(by: -1).isWritable)
    #expect(Instant("9999-12-31T23:30:00-01:00") == nil)
    #expect(Instant("0000-01-01T00:00:00+01:00") == nil)
  }

  @Test(arguments: [.infinity, -.infinity, .nan, 1e300, -1e300, 3e6, -800_000.0])
  func `a length of time beyond the calendar leads to no day`(days: Double) {
    #expect(CivilDay("2023-05-15")!.advanced(byDays: days) == nil)
  }
}

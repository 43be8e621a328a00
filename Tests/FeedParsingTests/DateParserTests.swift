import FeedParsing
import Testing

@Suite struct DateParserTests {
  @Test(arguments: [
    ("Tue, 05 Mar 2024 10:20:30 GMT", "2024-03-05T10:20:30Z"),
    ("2024-03-05T10:20:30.125+02:00", "2024-03-05T08:20:30.125Z"),
    ("2024-03", "2024-03-01T00:00:00Z"),
    ("5 March, 2024", "2024-03-05T00:00:00Z"),
    ("03/25/2024 4:20 pm PST", "2024-03-26T00:20:00Z"),
    ("25/03/2024", "2024-03-25T00:00:00Z"),
    ("2024年3月5日 10:20", "2024-03-05T10:20:00Z"),
    ("5. März 2024", "2024-03-05T00:00:00Z"),
    ("1709634030", "2024-03-05T10:20:30Z"),
    ("Tue, 05 Mar 2024 24:00:00 GMT", "2024-03-06T00:00:00Z"),
    ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
  ])
  func `the spellings of feeds are read`(_ text: String, _ expected: String) {
    #expect(DateParser.instant(text).map(DateParser.rfc3339) == expected)
  }

  @Test(arguments: [
    "", "soon", "2024-13-01", "2024-02-30", "25:00", "2024-03-05T10:61:00Z", "99999999999999999999",
    "Tue, 05 Foo 2024 10:20:30 GMT", "2024-03-05T10:20:30+99:99", "-", "+", "--", "1:2:3:4",
  ])
  func `what is no date is nil`(_ text: String) {
    #expect(DateParser.instant(text) == nil)
  }

  @Test func `a written instant reads back as itself`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let instant = Int64.random(in: -60_000_000_000_000...250_000_000_000_000, using: &generator)
      let text = DateParser.rfc3339(instant)
      #expect(DateParser.instant(text) == instant, "\(text)")
    }
  }

  @Test func `a zoneless time is the feed's own`() {
    #expect(
      DateParser.instant("2024-03-05 10:00:00", zoneless: 480).map(DateParser.rfc3339)
        == "2024-03-05T02:00:00Z")
  }

  /// Rows of which NetNewsWire's and feedparser's suites disagree, or that ask for a date where
  /// there is none.
  private static let disputed: Set = [
    "03-12-31", "15 \\(monthName) 2020 12:00:00 GMT", "Fri, 28 May 99 21:03:38 +0000",
    "Fri, 28 Xyz 2010 21:03:38 GMT", "28 Xyz 2010 21:03:38 GMT",
    "the quick brown fox jumped over",
  ]

  @Test(.enabled(if: SharedData.bytes("dates.tsv") != nil, "../shared/feeds/dates.tsv is absent"))
  func `the dates of other parsers' suites are read`() throws {
    let table = String(decoding: try #require(SharedData.bytes("dates.tsv")), as: UTF8.self)
    for line in table.split(separator: "\n").dropFirst() {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count > 2, columns[2] != "", columns[2] != "?" else { continue }
      guard !Self.disputed.contains(columns[1]) else { continue }
      let found = DateParser.instant(columns[1]).map { DateParser.rfc3339($0 / 1000 * 1000) } ?? "-"
      #expect(found == columns[2], "\(columns[1])")
    }
  }

  @Test func `a moment in UTC beyond the years of four digits is none`() {
    #expect(DateParser.instant("0000-01-01T00:00:00Z") != nil)
    #expect(DateParser.instant("0000-01-01T00:00:00+01:00") == nil)
    #expect(DateParser.instant("9999-12-31T23:59:59Z") != nil)
    #expect(DateParser.instant("9999-12-31T23:59:59-01:00") == nil)
  }
}

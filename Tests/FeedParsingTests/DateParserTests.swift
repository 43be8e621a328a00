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
    ("Mar 5, 2024 at 9:00 AM", "2024-03-05T09:00:00Z"),
    ("Tue, 05 Mar 2024 09:00:00 AT", "2024-03-05T13:00:00Z"),
    ("Tue, 05 Mar 2024 10:00:00 IST", "2024-03-05T04:30:00Z"),
    ("Tue, 05 Mar 2024 09:00:00 PKT", "2024-03-05T04:00:00Z"),
    ("Tue, 05 Mar 2024 09:00:00 NPT", "2024-03-05T03:15:00Z"),
    ("Tue, 05 Mar 2024 09:00:00 KST", "2024-03-05T00:00:00Z"),
    ("March 5, 2024, 9:00 a.m. ET", "2024-03-05T14:00:00Z"),
    ("June 5, 2024, 9:00 a.m. ET", "2024-06-05T13:00:00Z"),
    ("Jun 5, 2024 9:00 AM Pacific Time", "2024-06-05T16:00:00Z"),
    ("Tue, 05 Mar 2024 09:00:00 Asia/Karachi", "2024-03-05T04:00:00Z"),
    ("Tue, 05 Mar 2024 09:00:00 Moon/Tycho", "2024-03-05T09:00:00Z"),
    ("Tue, 05 Mar 2024 09:00:00 UTC+08:00", "2024-03-05T01:00:00Z"),
    ("Tue, 05 Mar 2024 09:00:00 \u{2212}0500", "2024-03-05T14:00:00Z"),
    ("5 March 2024 9:00\u{202F}AM", "2024-03-05T09:00:00Z"),
    ("2024년 3월 5일 09:00:00", "2024-03-05T00:00:00Z"),
    ("2024년 3월 5일 오후 3시 20분", "2024-03-05T06:20:00Z"),
    ("令和6年3月5日", "2024-03-05T00:00:00Z"), ("令和元年5月1日", "2019-05-01T00:00:00Z"),
    ("平成31年4月30日 9:00", "2019-04-30T09:00:00Z"), ("民國113年3月5日", "2024-03-05T00:00:00Z"),
    ("20240305T090000Z", "2024-03-05T09:00:00Z"), ("20240305T0900+0800", "2024-03-05T01:00:00Z"),
    ("20240305T090000.5Z", "2024-03-05T09:00:00.500Z"),
    ("20240305 09:00:00", "2024-03-05T09:00:00Z"),
    ("2024/03/05(火) 09:00", "2024-03-05T09:00:00Z"),
    ("2024年3月5日（火）9時30分", "2024-03-05T09:30:00Z"),
    ("２０２４年３月５日", "2024-03-05T00:00:00Z"), ("٢٠٢٤-٠٣-٠٥", "2024-03-05T00:00:00Z"),
    ("2024. 3. 5. 오후 3:05", "2024-03-05T06:05:00Z"),
    ("2024-03-05 09:00:00 (UTC)", "2024-03-05T09:00:00Z"),
    ("2024년 3월 5일", "2024-03-05T00:00:00Z"), ("March 5, 2024, 9 a.m.", "2024-03-05T09:00:00Z"),
    ("March 5, 2024 9 PM EST", "2024-03-06T02:00:00Z"),
    ("9 am March 5 2024", "2024-03-05T09:00:00Z"),
    ("5 giugno 2024 alle 9.05", "2024-06-05T09:05:00Z"),
    ("05 Mar 2024 09.05.07 GMT", "2024-03-05T09:05:07Z"),
    ("05.03.2024 09.05", "2024-03-05T09:05:00Z"),
    ("2024-03-05 09.05", "2024-03-05T09:05:00Z"),
    ("Kamis, 05 Agustus 2024 09.05 WIB", "2024-08-05T02:05:00Z"),
    ("5. marraskuuta 2024 klo 9.05", "2024-11-05T09:05:00Z"),
    ("to 5.3.2024 klo 9.05", "2024-03-05T09:05:00Z"),
    ("den 5 juni 2024 kl. 09:05", "2024-06-05T09:05:00Z"),
    ("fre., 5 des. 2024 09:05 +0100", "2024-12-05T08:05:00Z"),
    ("čt, 05 čer 2024 09:05 +0200", "2024-06-05T07:05:00Z"),
    ("5. července 2024", "2024-07-05T00:00:00Z"), ("5. června 2024", "2024-06-05T00:00:00Z"),
    ("5 червня 2024 р. о 09:05", "2024-06-05T09:05:00Z"),
    ("5 июня 2024 г. в 09:05", "2024-06-05T09:05:00Z"),
    ("5 iunie 2024", "2024-06-05T00:00:00Z"),
    ("5 de junio de 2024 a las 09:05", "2024-06-05T09:05:00Z"),
    ("5 de junho de 2024 às 09:05", "2024-06-05T09:05:00Z"),
    ("1er juin 2024", "2024-06-01T00:00:00Z"),
    ("5 czerwca 2024 o godz. 09:05", "2024-06-05T09:05:00Z"),
    ("5 يونيو 2024", "2024-06-05T00:00:00Z"),
    ("5 जून 2024", "2024-06-05T00:00:00Z"), ("5 апреля 2024", "2024-04-05T00:00:00Z"),
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
      DateParser.instant("2024-03-05 10:00:00", in: DateContext(zoneless: 480)).map(
        DateParser.rfc3339)
        == "2024-03-05T02:00:00Z")
  }

  /// Rows of which NetNewsWire's and feedparser's suites disagree, or that ask for a date where
  /// there is none.
  private static let disputed: Set = [
    "03-12-31", "15 \\(monthName) 2020 12:00:00 GMT", "Fri, 28 May 99 21:03:38 +0000",
    "Fri, 28 Xyz 2010 21:03:38 GMT", "28 Xyz 2010 21:03:38 GMT",
    "the quick brown fox jumped over", "Wed, 09 Jun 2010 02:00:00 IST",
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

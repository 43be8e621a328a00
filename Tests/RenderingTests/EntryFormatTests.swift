import EventModel
import FeedParsing
import JSONText
import Querying
import Rendering
import Testing

/// Events as calendars, feeds and timelines of other programs take them.
@Suite struct EntryFormatTests {
  static func row(
    _ title: String, date: String, id: String = "00112233445566778899aabbccddeeff",
    url: String = "https://example.org/a?b=1&c=2", stance: String = "official",
    updated: String = "2026-11-24T08:30:00Z"
  ) -> JSON {
    .object([
      "id": .string(id), "recorded": "2026-11-23T12:00:00.250Z", "updated": .string(updated),
      "date": .string(date), "type": "model-release", "title": .string(title),
      "stance": .string(stance), "polarity": "asserted", "attribution": .null,
      "mentions": .array([.object(["source": "The Paper", "url": .string(url)])]),
    ])
  }

  static func document(_ rows: [JSON]) -> Document {
    Document(
      schema: "annals.events/1", head: 3, asOf: CivilDay("2026-11-23")!, columns: [], rows: rows)
  }

  private func calendar(_ rows: JSON...) -> [String] {
    CalendarFormat().text(Self.document(rows)).replacing("\r\n ", with: "")
      .split(separator: "\r\n").map(String.init)
  }

  @Test(arguments: [
    ("2022-11-30", "20221130", "20221201"), ("2023-02", "20230201", "20230301"),
    ("2024", "20240101", "20250101"), ("2022-11-30/2022-12-02", "20221130", "20221203"),
    ("2023-Q4", "20231001", "20240101"), ("2022-11-30/..", "20221130", "20221201"),
    ("1950~", "19500101", "19510101"),
  ])
  func `a day, a month and a year end on the day after`(date: String, start: String, end: String) {
    let lines = calendar(Self.row("x", date: date))
    #expect(lines.contains("DTSTART;VALUE=DATE:\(start)"))
    #expect(lines.contains("DTEND;VALUE=DATE:\(end)"))
  }

  @Test func `a calendar has the event's id, its moments in UTC and how firm it is`() {
    let lines = calendar(Self.row("x", date: "2023", stance: "rumoured"))
    #expect(lines.contains("UID:00112233445566778899aabbccddeeff@annals"))
    #expect(lines.contains("DTSTAMP:20261124T083000Z"))
    #expect(lines.contains("CREATED:20261123T120000Z"))
    #expect(lines.contains("STATUS:TENTATIVE"))
  }

  @Test func `what separates values is escaped, and no line break comes in`() {
    let lines = calendar(Self.row("a,b;c\\d\r\nEND:VCALENDAR", date: "2023"))
    #expect(lines.contains(#"SUMMARY:a\,b\;c\\d END:VCALENDAR"#))
    #expect(lines.filter { $0 == "END:VCALENDAR" }.count == 1)
  }

  @Test func `a line of a calendar has at most 75 octets and whole characters`() {
    let title = String(repeating: "商汤👩‍👩‍👧‍👦", count: 20)
    let text = CalendarFormat().text(Self.document([Self.row(title, date: "2023")]))
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      #expect(line.last == UInt8(ascii: "\r") && line.count <= 76)
      #expect(String(line) != nil)
    }
    #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(title)"))
  }

  @Test func `what has no date is in no calendar and no timeline, but in a feed`() throws {
    let undated: JSON = .object(
      (Self.row("x", date: "").members ?? []).filter { $0.key != "date" })
    #expect(!calendar(undated).contains("BEGIN:VEVENT"))
    let timeline = try JSON.parse(TimelineJSFormat().text(Self.document([undated])))
    #expect(timeline["events"] == .array([]))
    #expect(AtomFormat().text(Self.document([undated])).contains("<entry>"))
  }

  @Test(arguments: ["<script>alert(1)</script>", "]]> & \"quotes\"", "百度发布文心一言", "a\u{FFFE}\u{1}b"])
  func `our own parser reads both feeds back`(title: String) throws {
    let rows = [
      Self.row(title, date: "2023-03-16"),
      Self.row("second", date: "2024", id: String(repeating: "f", count: 32)),
    ]
    for text in [
      AtomFormat().text(Self.document(rows)), JSONFeedFormat().text(Self.document(rows)),
    ] {
      let feed = try FeedParser.parse(Array(text.utf8))
      #expect(!feed.isMalformed)
      #expect(feed.items.first?.plainTitle == SafeText.line(title))
      #expect(
        feed.items.map(\.id) == [
          "urn:uuid:00112233-4455-6677-8899-aabbccddeeff",
          "urn:uuid:ffffffff-ffff-ffff-ffff-ffffffffffff",
        ])
      #expect(feed.items.first?.url == "https://example.org/a?b=1&c=2")
      #expect(feed.items.first?.updated?.instant == 1_795_509_000_000)
    }
  }

  @Test func `a feed was updated when the newest of its entries was`() {
    let text = AtomFormat().text(
      Self.document([
        Self.row("a", date: "2023", updated: "2026-11-25T00:00:00Z"),
        Self.row("b", date: "2024"),
      ]))
    #expect(text.split(separator: "\n")[4] == "  <updated>2026-11-25T00:00:00Z</updated>")
  }

  @Test func `a link that no browser should follow is no link`() {
    let text = AtomFormat().text(
      Self.document([Self.row("a", date: "2023", url: "javascript:alert(1)")]))
    #expect(!text.contains("javascript:"))
  }

  @Test func `a timeline has dates in parts, and no markup of a feed`() throws {
    let json = try JSON.parse(
      TimelineJSFormat().text(
        Self.document([
          Self.row("<img src=x onerror=alert(1)>", date: "2023-03"),
          Self.row("b", date: "2022-11-30/2022-12-02"),
        ])))
    let slides = json["events"]?.elements ?? []
    #expect(slides[0]["start_date"] == .object(["year": 2023, "month": 3]))
    #expect(slides[0]["end_date"] == nil)
    #expect(slides[1]["end_date"] == .object(["year": 2022, "month": 12, "day": 2]))
    #expect(slides[0]["text"]?["headline"] == "&lt;img src=x onerror=alert(1)&gt;")
    #expect(slides[0]["unique_id"] == "00112233445566778899aabbccddeeff")
  }
}

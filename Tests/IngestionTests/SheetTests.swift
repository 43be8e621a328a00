import EventCoding
import EventModel
import Foundation
import JSONText
import Testing

@testable import Ingestion

/// Tables that people keep, as rows of books.
@Suite struct SheetTests {
  static let coder = EventCoder(model: nil)

  func rows(
    _ text: String, map: [String] = [], set: [String] = ["type=funding"],
    style: SheetStyle = SheetStyle()
  ) throws -> [JSON] {
    try rows(Array(text.utf8), map: map, set: set, style: style)
  }

  func rows(
    _ bytes: [UInt8], map: [String] = [], set: [String] = ["type=funding"],
    style: SheetStyle = SheetStyle()
  ) throws -> [JSON] {
    var sheet = try Sheet(
      file: "deals.csv", bytes: bytes,
      map: SheetMap(map, setting: set, metrics: CodingDictionary.bundled.metricNames),
      style: style, coder: Self.coder)
    var rows: [JSON] = []
    while let row = try sheet.next() { rows.append(row.row) }
    return rows
  }

  func amount(_ text: String, style: SheetStyle = SheetStyle()) throws -> Amount {
    try style.amount(text, of: "revenue", unit: "EUR", period: nil)
  }

  @Test
  func `cells in quotes hold separators, quotes and line ends, and lines are those of the file`()
    throws
  {
    let text = try SeparatedText(
      file: "t.csv", bytes: Array("a,b\r\n\"x, \"\"y\"\"\nz\",1\r\n\r\n2,\n".utf8))
    #expect(
      text.rows == [
        .init(line: 1, cells: ["a", "b"]), .init(line: 2, cells: ["x, \"y\"\nz", "1"]),
        .init(line: 5, cells: ["2", ""]),
      ])
    #expect(throws: Finding(file: "t.csv", line: 2, message: "the quoted cell has no end")) {
      try SeparatedText(file: "t.csv", bytes: Array("a,b\n1,\"x\n\n".utf8))
    }
  }

  @Test(arguments: ["date,title\n", "date;title\n", "date\ttitle\n"])
  func `the first line tells the separator`(head: String) throws {
    let mark = head.dropFirst(4).prefix(1)
    #expect(try rows(head + "2026\(mark)A raises").first?["title"] == "A raises")
  }

  @Test func `spreadsheets of Windows and of China are read`() throws {
    let utf16 = Array("\u{FEFF}date\ttitle\n2026\tÄrzte raise\n".utf16).flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(try rows(utf16).first?["title"] == "Ärzte raise")
    let latin = Array("date;title\n2026;".utf8) + [0xC4] + Array("rzte raise\n".utf8)
    #expect(try rows(latin).first?["title"] == "Ärzte raise")
    // 百度发布文心一言 in GB18030.
    let chinese: [UInt8] =
      Array("date,title\n2026,".utf8)
      + [0xB0, 0xD9, 0xB6, 0xC8, 0xB7, 0xA2, 0xB2, 0xBC, 0xCE, 0xC4, 0xD0, 0xC4]
      + [0xD2, 0xBB, 0xD1, 0xD4, 0x0A]
    #expect(try rows(chinese).first?["title"] == "百度发布文心一言")
  }

  @Test(arguments: [
    ("2026-08-14", "2026-08-14"), ("14.08.2026", "2026-08-14"), ("14.8.26", "2026-08-14"),
    ("14/8/2026", "2026-08-14"), ("8/14/2026", "2026-08-14"), ("2026", "2026"),
    ("2026-08-14 10:30", "2026-08-14"), ("14 August 2026", "2026-08-14"),
    ("August 14, 2026", "2026-08-14"), ("2026年8月14日", "2026-08-14"), ("2026-Q3", "2026-Q3"),
    ("Q3 2026", "2026-Q3"), ("4/4/2026", "2026-04-04"),
  ])
  func `dates are read as people write them`(text: String, date: String) throws {
    #expect(try rows("date,title\n\"\(text)\",A raises").first?["date"] == .string(date))
  }

  @Test func `a column in which one date shows the order is read in that order`() throws {
    let text = "date,title\n3/4/2026,A\n25/4/2026,B\n"
    #expect(try rows(text).map { $0["date"] } == ["2026-04-03", "2026-04-25"])
    #expect(throws: Finding.self) { try rows("date,title\n3/4/2026,A\n") }
    #expect(
      try rows("date,title\n3/4/2026,A\n", style: SheetStyle(dayOrder: .mdy)).first?["date"]
        == "2026-03-04")
  }

  @Test(arguments: [
    ("1700000", "1700000", "EUR"), ("1,700,000", "1700000", "EUR"), ("1.5", "1.5", "EUR"),
    ("1.700.000,50", "1700000.5", "EUR"), ("1,700,000.50", "1700000.5", "EUR"),
    ("1 700 000", "1700000", "EUR"), ("$1.7bn", "1700000000", "USD"), ("-12.5", "-12.5", "EUR"),
    ("540e6 USD", "540000000", "USD"), ("1700000 €", "1700000", "EUR"),
    ("3亿元", "300000000", "CNY"), ("£ 2 million", "2000000", "GBP"),
  ])
  func `amounts are read as people write them`(text: String, value: String, unit: String) throws {
    let amount = try amount(text)
    #expect(amount.value.description == value)
    #expect(amount.currency == unit)
  }

  @Test func `one mark before three digits is told by the style`() throws {
    #expect(try amount("1.700").value.description == "1.7")
    #expect(try amount("1,700").value.description == "1700")
    let comma = SheetStyle(hasDecimalComma: true)
    #expect(try amount("1.700", style: comma).value.description == "1700")
    #expect(try amount("1,7 Mio. EUR", style: comma).value.description == "1700000")
    #expect(try amount("0,125", style: comma).value.description == "0.125")
  }

  @Test(arguments: ["n/a", "1,7,0", "soon", "5 or 6"])
  func `what is no amount is said to be none`(text: String) {
    #expect(throws: FieldError.self) { try amount(text) }
  }

  @Test func `an amount that is told with doubt stays so`() throws {
    let amount = try amount("about $36m")
    #expect(amount.value == ExactDecimal(36_000_000))
    #expect(amount.approximate)
  }

  @Test func `a row without a type is coded by its title, and columns go before`() throws {
    let row = try #require(
      rows("date,title,stance\n2026,Acme Robotics raises $2B,rumoured", set: []).first)
    #expect(row["type"] == "funding")
    #expect(row["stance"] == "rumoured")
    #expect(row["amounts"]?.elements?.count == 1)
  }

  @Test
  func `rows of one identity are told apart, and another cell does not change which is which`()
    throws
  {
    let one = try rows("date,title,revenue\n2026,A,5 EUR\n2026,A,6 USD\n")
    let other = try rows("date,title,revenue\n2026,A,7 EUR\n2026,A,6 USD\n")
    #expect(one.map { $0["id"] } == other.map { $0["id"] })
    #expect(Set(one.compactMap { $0["id"]?.string }).count == 2)
  }

  @Test func `a row that stands there twice is one`() throws {
    #expect(try rows("date,title\n2026,A\n2026,A\n").count == 1)
    let many = String(repeating: "2026,A\n", count: 100_000)
    #expect(try rows("date,title\n\(many)2026,B\n").count == 2)
  }

  @Test func `columns called like fields need no map, and one that is mapped goes before`() throws {
    let row = try #require(
      rows("date,day,title,url\n2025,2026,A,https://a.example\n", map: ["date=day"]).first)
    #expect(row["date"] == "2026")
    #expect(row["source"] == "https://a.example")
  }
}

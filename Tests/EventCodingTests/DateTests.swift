import EventModel
import Testing

@testable import EventCoding

@Suite struct DateTests {
  /// Published on Monday, 15 May 2023.
  @Test(arguments: [
    ("1️⃣2022年10月2️⃣完成", "2022-10"),
    ("1️⃣2022年底2️⃣组建", "2022-12"),
    ("1️⃣今年上半年2️⃣营收", "2023-H1"),
    ("1️⃣第一季度2️⃣收入", "2023-Q1"),
    ("1️⃣4月18日2️⃣发布", "2023-04-18"),
    ("1️⃣上周2️⃣宣布", "2023-W19"),
    ("1️⃣过去三年2️⃣里", "2020-05-15..2023-05-15"),
    ("1️⃣2015年以前2️⃣", "..2014"),
    ("1️⃣二零二一年2️⃣公开", "2021"),
    ("announced 1️⃣yesterday2️⃣", "2023-05-14"),
    ("founded 1️⃣last Friday2️⃣", "2023-05-12"),
    ("results for 1️⃣Q1 20222️⃣", "2022-Q1"),
    ("in 1️⃣October 20142️⃣", "2014-10"),
    ("on 1️⃣July 7, 20242️⃣", "2024-07-07"),
    ("for 1️⃣fiscal year 20212️⃣", "2021"),
    ("by the 1️⃣end of 20252️⃣", "2025-12"),
    ("spending 1️⃣through 20272️⃣", "..2027"),
    ("at 1️⃣2023-05-022️⃣", "2023-05-02"),
  ])
  func `resolves dates against the day of publication`(marked: String, expected: String) throws {
    let text = MarkedText(marked)
    let found = try #require(text.quantities(published: "2023-05-15").first { $0.kind == .date })
    #expect(found.date?.text == expected)
    #expect(text.words(of: found) == text.spans[0])
  }

  @Test(arguments: ["PS 2015-32", "the 2000 employees", "一周年庆典"])
  func `finds no date where there is none`(text: String) {
    #expect(!MarkedText(text).quantities().contains { $0.kind == .date })
  }

  @Test func `is written in EDTF for events`() {
    let date = MarkedText("从2015年1月至12月").quantities().first?.date
    #expect(date?.text == "2015-01..2015-12")
    #expect(date?.partialDate?.text == "2015-01/2015-12")
  }

  @Test(arguments: [
    ("1️⃣2022年10月2️⃣完成", "2022-10"), ("on 1️⃣July 7, 20242️⃣", "2024-07-07"),
    ("results for 1️⃣Q1 20222️⃣", "2022-Q1"), ("1️⃣2015年以前2️⃣", "..2014"),
  ])
  func `a date that says its year needs no day of publication`(marked: String, expected: String) {
    let text = MarkedText(marked)
    let found = QuantityScanner.scan(FoldedText(text.text), published: nil)
    #expect(found.map(\.date?.text) == [expected])
  }

  @Test(arguments: [
    "昨天完成", "今年上半年", "4月18日发布", "过去三年里", "5年前", "announced yesterday", "last Friday",
    "in October", "Q4", "next quarter", "上周",
  ])
  func `a date that is told from an unknown day is none`(text: String) {
    #expect(QuantityScanner.scan(FoldedText(text), published: nil).isEmpty)
  }

  @Test(arguments: ["H2-Q1", "Nov 18 2015-Dec 19 2014", "from Q3 2025 to Q1 2025", "2023年5月至4月"])
  func `what ends before it begins is no range`(text: String) throws {
    for date in MarkedText(text).quantities(published: "2023-05-15").compactMap(\.date) {
      let partial = try #require(date.partialDate)
      #expect(try PartialDate(edtf: partial.text) == partial)
    }
  }

  @Test(arguments: ["0000-01-01", "0000-01-03", "9999-12-31"])
  func `what lies beyond the years that can be written is no date`(published: String) throws {
    for text in ["week以前", "this week", "last year", "next week", "since next week", "下个月以来"] {
      for date in MarkedText(text).quantities(published: published).compactMap(\.date) {
        let partial = try #require(date.partialDate)
        #expect(try PartialDate(edtf: partial.text) == partial)
      }
    }
  }
}

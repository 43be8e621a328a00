import EventModel
import Testing

@testable import EventCoding

@Suite struct NumeralTests {
  private func values(_ text: String) -> [String] {
    MarkedText(text).quantities().map { $0.date?.text ?? $0.value?.description ?? "" }
  }

  @Test(arguments: [
    ("市值亿兆元", ["100000000000000000000"]), ("市值万亿亿元", ["100000000000000000000"]),
    ("融资3万亿亿元", ["300000000000000000000"]),
    ("九千九百九十九兆九千九百九十九亿元", ["9999999900000000"]),
    ("营收999999999999999999999999999999999999美元", [String(repeating: "9", count: 36)]),
    ("营收９，９９９亿元", ["999900000000"]),
  ])
  func `reads numbers larger than a machine word`(text: String, expected: [String]) {
    #expect(values(text) == expected)
  }

  @Test(arguments: [
    "市值亿亿亿亿亿元", "市值万亿亿亿亿亿亿亿亿元", "融资9999999999999999999999999999999999999美元",
    "$1e40 raised", "$123456789012345678901234567890.123456789012345 raised",
    "融资1.2345678901234567890123亿亿亿亿亿元", "未来99999999999999999999年", "未来九千九百九十九兆年",
    "过去9000亿个月", "三十万亿亿亿亿年前", "raised $99999999999999999999999999 trillion billion",
  ])
  func `what does not fit is no quantity`(text: String) {
    for quantity in MarkedText(text).quantities() {
      #expect(quantity.value.map { ExactDecimal($0.description) == $0 } ?? true, "\(quantity)")
      #expect(quantity.date == nil)
    }
  }

  @Test(arguments: ["0000-01-01", "0000-01-03", "9999-12-31", "9999-01-01"])
  func `a day at the end of the calendar has no days beyond`(published: String) throws {
    let text = """
      昨天 明天 去年 明年 下下下周 上上周 上半年 过去十年 未来三至五年 5年前 10天后 下季度 周五 last week next year \
      yesterday tomorrow next month previous quarter Q4 on Friday Jan 1 12月31日
      """
    let dates = MarkedText(text).quantities(published: published).compactMap(\.date?.partialDate)
    #expect(dates.count > 5)
    for date in dates { #expect(try PartialDate(edtf: date.text) == date) }
  }

  /// Everything that numbers, scales, ranges and dates are spelled with, in any order.
  @Test func `no numeral stops the coder`() throws {
    var random = SeededGenerator(seed: 11)
    let coder = EventCoder()
    for number in 0..<20_000 {
      let count = Int.random(in: 1...14, using: &random)
      let text = (0..<count).map { _ in Self.parts.randomElement(using: &random)! }.joined()
      let item = ItemText(title: text, published: CivilDay(number: 19_000 + number % 4000))
      let coding = coder.code(item, explaining: true)
      for quantity in coding.quantities {
        #expect(quantity.span.upperBound <= text.unicodeScalars.count, "\(text)")
        for value in [quantity.value, quantity.range?.upperBound].compactMap(\.self) {
          #expect(ExactDecimal(value.description) == value, "\(text)")
        }
        if let date = quantity.date?.partialDate {
          #expect(try PartialDate(edtf: date.text) == date, "\(text)")
        }
      }
    }
  }

  private static let parts =
    "零一二两三四五六七八九十百千万亿兆几数多余半个第约超近成倍年月日号周天前后底初上下半至到壹贰叁肆伍陆柒捌玖拾佰仟元"
    .map(String.init)
    + [
      "0", "1", "7", "9", "23", "999", "2023", "1,000", "3.5", "99999999999", "７", "９９９", "，", ",",
    ]
    + [
      ".", "-", "~", "/", " ", ":", "$", "€", "￥", "%", "+", "K", "M", "B", " million", " billion",
    ]
    + [" trillion", "bn", "万亿", "亿兆", "万亿亿", "亿美元", "亿元", "个月", "季度", "小时", "张卡", "GW", "TB"]
    + ["未来", "过去", "去年", "明年", "下周", "last ", "next ", "between ", "one", "twenty", "and a half"]
    + ["quarter", " hundred", "Q1", "H2", "2023年", "10月", "5日", "前", "以来", "营收", "融资", "raises "]
}

/// Vigna's SplitMix64: the same numbers on every run.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

import EventModel
import Testing

@testable import EventCoding

@Suite struct MoneyTests {
  @Test(arguments: [
    ("Acme raises 1️⃣$2B2️⃣ at a 3️⃣$9.5 billion4️⃣ valuation", ["2000000000 USD", "9500000000 USD"]),
    ("a 1️⃣€40M2️⃣ round, 3️⃣£3.2 million4️⃣ of it as a loan", ["40000000 EUR", "3200000 GBP"]),
    ("公司亏损1️⃣约7.2亿美元2️⃣，折合3️⃣人民币51亿元4️⃣", ["720000000 USD", "5100000000 CNY"]),
    ("获得1️⃣三千万元2️⃣补贴", ["30000000 CNY"]),
    ("营收1️⃣12,345.60元2️⃣", ["12345.6 CNY"]),
    ("壹佰贰拾万圆整".marked, ["1200000 CNY"]),
    ("costs 1️⃣EUR 902️⃣ or 3️⃣C$ 1204️⃣", ["90 EUR", "120 CAD"]),
  ])
  func `reads the value and the currency`(marked: String, expected: [String]) {
    let text = MarkedText(marked)
    let found = text.quantities().filter { $0.kind == .money }
    #expect(found.map { "\($0.value!) \($0.unit!)" } == expected)
    #expect(found.map(text.words) == text.spans)
  }

  @Test func `reads both ends of a range`() throws {
    let range = try #require(MarkedText("估值80亿-90亿美元").quantities().first)
    #expect(range.range == ExactDecimal(8_000_000_000)...ExactDecimal(9_000_000_000))
    let vague = try #require(MarkedText("亏了40多亿元").quantities().first)
    #expect(vague.range == ExactDecimal(4_000_000_000)...ExactDecimal(5_000_000_000))
    #expect(vague.bound == .over)
  }

  @Test(arguments: [
    ("超9亿元", Bound.over), ("近9亿元", .nearly), ("不到9亿元", .under), ("至少9亿元", .atLeast),
    ("up to $9M", .atMost), ("more than $9M", .over), ("$9M+", .atLeast),
  ])
  func `keeps the bound`(text: String, bound: Bound) {
    #expect(MarkedText(text).quantities().first?.bound == bound)
  }

  @Test(arguments: ["GPT-7 beats H900 chips", "EC2 Trn9n 实例", "订单号 B2041000777", "五角大楼回应", "百度和三星"])
  func `leaves names and numbers of things alone`(text: String) {
    #expect(MarkedText(text).quantities().isEmpty)
  }
}

extension String {
  /// The whole text as one span.
  fileprivate var marked: String { "1️⃣\(self)2️⃣" }
}

import EventModel
import Testing

@testable import EventCoding

@Suite struct MeasureTests {
  @Test(arguments: [
    ("部署1️⃣3万张GPU2️⃣", "count 30000 gpu"),
    ("1️⃣上万颗芯片2️⃣", "count 10000 chip"),
    ("服务1️⃣6家客户2️⃣", "count 6 customer"),
    ("a 1️⃣2GW2️⃣ campus", "measure 2000000000 W"),
    ("规模达1️⃣300兆瓦2️⃣", "measure 300000000 W"),
    ("有1️⃣三成2️⃣的时间", "percent 30 %"),
    ("up 1️⃣14.5%2️⃣ from a year ago", "percent 14.5 %"),
    ("提升1️⃣2个百分点2️⃣", "percent 2 pp"),
    ("训练时间为1️⃣30天2️⃣", "duration 30 day"),
    ("发展了1️⃣近60年2️⃣", "duration 60 year"),
    ("lasted 1️⃣two and a half hours2️⃣", "duration 2.5 hour"),
    ("性能提高1️⃣4倍2️⃣", "ratio 4 times"),
    ("收入1️⃣翻一倍2️⃣", "ratio 2 times"),
  ])
  func `reads counts, shares, lengths and measures`(marked: String, expected: String) throws {
    let text = MarkedText(marked)
    let found = try #require(text.quantities().first { $0.kind != .date })
    #expect("\(found.kind.rawValue) \(found.value!) \(found.unit!)" == expected)
    #expect(text.words(of: found) == text.spans[0])
  }

  @Test func `tells rises from falls`() {
    #expect(MarkedText("同比下降22%").quantities().first?.direction == "down")
    #expect(MarkedText("revenue grew 22%").quantities().first?.direction == "up")
    #expect(MarkedText("a 15% drop").quantities().first?.direction == "down")
  }

  @Test func `reads a change as two amounts`() {
    let days = MarkedText("由60天缩短到12天").quantities().filter { $0.kind == .duration }
    #expect(days.compactMap(\.value) == [ExactDecimal(60), ExactDecimal(12)])
  }
}

import EventModel
import Testing

@testable import EventCoding

@Suite struct AmountTests {
  private func amounts(_ title: String) -> [String] {
    EventCoder().code(ItemText(title: title, published: CivilDay("2026-03-10"))).events
      .flatMap(\.amounts).map { "\($0.metric ?? "-") \($0.value)" }
  }

  @Test(arguments: [
    ("百度2025年营收41亿元，净亏损65亿元", ["revenue 4100000000", "net_loss 6500000000"]),
    ("百度2025年净亏损65亿元，营收41亿元", ["net_loss 6500000000", "revenue 4100000000"]),
    ("百度净利润(非美国通用会计准则)20亿元", ["net_profit 2000000000"]),
    (
      "Intel lost $70 million on revenue of $12 million", ["net_loss 70000000", "revenue 12000000"]
    ),
    (
      "Intel reports $12 million in revenue, a net loss of $70 million",
      ["revenue 12000000", "net_loss 70000000"]
    ),
    (
      "Intel raises $200M at a $2B valuation, up from $1B in 2025",
      ["funding 200000000", "valuation 2000000000", "valuation 1000000000"]
    ),
  ])
  func `an amount belongs to the metric of its own clause`(title: String, expected: [String]) {
    #expect(amounts(title) == expected)
  }

  @Test func `a fall keeps its direction`() throws {
    let events = EventCoder().code(
      ItemText(title: "腾讯2025年营收5100亿元，同比下滑1%", published: CivilDay("2026-03-10"))
    ).events
    let change = try #require(events.flatMap(\.amounts).first { $0.kind == .percent })
    #expect(change.value == ExactDecimal(1))
    #expect(change.direction == "down")
  }

  @Test(arguments: ["14天后自动续订的新方案上线", "百度发布新模型，3天后开放下载"])
  func `a delay dates no event`(title: String) {
    let events = EventCoder().code(ItemText(title: title, published: CivilDay("2026-03-10"))).events
    #expect(events.allSatisfy { $0.date?.precision != .day || $0.date?.text == "2026-03-10" })
  }
}

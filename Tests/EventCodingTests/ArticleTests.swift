import EventModel
import Testing

@testable import EventCoding

@Suite struct ArticleTests {
  private func code(_ content: String) -> [Event] {
    EventCoder().code(
      ItemText(title: "随笔", content: content, published: CivilDay("2024-03-01")!)
    ).events
  }

  @Test func `makes a statement of each amount with a metric`() {
    let events = code("京东2023年营收10847亿元，同比增长3.7%。归属于普通股股东的净利润为242亿元。")
    #expect(events.map(\.type) == [.financialResult, .financialResult])
    #expect(events.map { $0.actors.map(\.name) } == [["JD.com"], ["JD.com"]])
    #expect(events.map { $0.amounts.first?.metric } == ["revenue", "net_profit"])
  }

  @Test func `gives an amount before 的 to the name after it`() {
    let events = code("亏了20多亿元的商汤科技，并不着急。")
    #expect(events.first?.actors.map(\.name) == ["SenseTime"])
  }

  @Test func `keeps hedges with the claim that they stand before`() {
    #expect(code("业内传说商汤科技拥有3万张GPU。").first?.stance == .rumoured)
  }

  @Test func `figures that go on with the subject of a rumour are as hedged as it`() {
    let events = code("业内传说商汤科技拥有3万张GPU。目前6000张GPU对外服务5家大型客户。百度拥有2万张GPU。")
    #expect(events.map(\.stance) == [.rumoured, .rumoured, .rumoured, .reported])
  }

  @Test(arguments: [
    "订阅\n纠错\n加入自媒体", "发表评论\n0条评论,0人参与", "如果百度也这样做,会怎样?", "我觉得微软的收购很成功。",
  ])
  func `codes neither page furniture nor thoughts`(content: String) {
    #expect(code(content).isEmpty)
  }

  @Test func `carries a period over to the next result, and no base year`() {
    let events = code("腾讯2022年营收5545亿元，与2021年同比下滑。净利润为1882亿元。")
    #expect(events.map { $0.amounts.first?.period?.text } == ["2022", "2022"])
  }

  @Test func `says once what the article repeats without its period`() {
    #expect(code("2022年商汤科技亏损61亿元。\n亏了61亿元的商汤科技，并不着急。").count == 1)
  }

  @Test func `reads no event from the name of a work`() {
    #expect(code("埃森哲《展望2030：裁员与收购》很受欢迎。").isEmpty)
  }

  @Test func `finds the article in a page that lost its line breaks`() {
    let sentence = "腾讯2022年营收5545亿元。"
    let page = String(repeating: "天气很好，适合出门走走。", count: 120)
    #expect(code(page + "请扫码关注公众号。" + sentence).count == 1)
  }

  @Test func `the figures of what the headline tells are its own, and told once`() {
    let item = ItemText(
      title: "腾讯2022年营收5545亿元", content: "腾讯2022年营收5545亿元。腾讯2022年净利润1882亿元。",
      published: CivilDay("2023-03-22")!)
    let events = EventCoder().code(item).events
    #expect(events.map(\.type) == [.financialResult])
    #expect(events[0].amounts.map(\.metric) == ["revenue", "net_profit"])
  }

  @Test func `a sentence of a body tells one act`() {
    let events = code("2024年2月20日，腾讯正式发布混元大模型，并推出采用英伟达芯片的新集群。")
    #expect(events.count == 1)
  }

  @Test func `points past a headline that is longer than what is coded of it`() throws {
    let item = ItemText(
      title: String(repeating: "长", count: 6000), content: "腾讯2022年营收5545亿元。",
      published: CivilDay("2024-03-01")!)
    let amount = try #require(EventCoder().code(item).events.first?.amounts.first)
    let scalars = Array(item.codedText.unicodeScalars)[try #require(amount.span)]
    #expect(String(String.UnicodeScalarView(scalars)) == "5545亿元")
  }

  @Test func `points into the text it was given`() throws {
    let content = "开头一句。腾讯2022年营收5545亿元。"
    let item = ItemText(title: "随笔", content: content, published: CivilDay("2024-03-01")!)
    let amount = try #require(EventCoder().code(item).events.first?.amounts.first)
    let scalars = Array(item.codedText.unicodeScalars)[try #require(amount.span)]
    #expect(String(String.UnicodeScalarView(scalars)) == "5545亿元")
  }
}

import EventModel
import Testing

@testable import EventCoding

@Suite struct EventCoderTests {
  private let coder = EventCoder()

  private func code(_ title: String, summary: String = "", source: String = "Gazette") -> [Event] {
    coder.code(
      ItemText(
        title: title, summary: summary, published: CivilDay("2026-11-23")!, source: source)
    ).events
  }

  @Test(arguments: [
    ("Zyntho raises $20M Series A to build farm robots", EventType.funding),
    ("Microsoft acquires Zyntho for $300 million", .acquisition),
    ("Judge dismisses lawsuit against Meta over book copyright", .litigation),
    ("Oracle reports Q2 revenue up 12% YoY to $15B", .financialResult),
    ("Intel is laying off 4,000 employees", .personnel),
    ("字节跳动完成收购一家芯片公司", .acquisition),
    ("百度第三季度营收336亿元 同比增长6%", .financialResult),
    ("小米起诉某供应商，法院判决侵权成立", .litigation),
    ("腾讯云宕机，大量服务无法访问", EventType(rawValue: "incident")),
    ("网信办就《人工智能标识办法》公开征求意见", .regulation),
    ("阿里开源新一代大模型 Qwen9", .modelRelease),
    ("Meta signs deal for 2GW data center campus in Texas", .infrastructure),
  ])
  func `tells the type of an event`(title: String, type: EventType) {
    #expect(code(title).first?.type == type)
  }

  @Test(arguments: [
    ("https://openai.com/", false), ("https://openai.com", false),
    ("https://openai.com/index/results", true),
  ])
  func `a link to a company's front page makes nothing its word`(url: String, isOwn: Bool) {
    let item = ItemText(
      title: "OpenAI 2021年亏损约3亿美元", published: CivilDay("2023-05-15")!, source: "账本", url: url)
    #expect((coder.context(item).owner != nil) == isOwn)
    #expect(isOwn || coder.code(item).events.map(\.stance) == [.reported])
  }

  @Test func `who makes an appeal is named below, who is asked is not who asks`() {
    let events = code(
      "Elon Musk and hundreds sign open letter calling for a pause of training beyond GPT-4",
      summary: "An open letter of the Future of Life Institute.")
    #expect(events.first?.type == .advocacy)
    #expect(events.first?.actors.map(\.name) == ["Future of Life Institute", "Elon Musk"])
  }

  @Test(arguments: [
    "How to choose a laptop for your children", "Ask HN: what do you read?",
    "AI日报：OpenAI发布新模型；百度开源框架", "面试被问到大模型怎么办",
  ])
  func `codes nothing where nothing happened`(title: String) {
    #expect(code(title).isEmpty)
  }

  @Test func `names actors that no dictionary has, by their place`() {
    let event = code("Berlin-based Zyntho, which makes seed drones, raised $7M").first
    #expect(event?.actors.map(\.name) == ["Zyntho"])
    #expect(event?.actors.first?.role == "recipient")
  }

  @Test func `finds objects under their full names`() {
    #expect(code("OpenAI launches GPT-9 mini for developers").first?.objects == ["GPT-9 mini"])
  }

  @Test func `takes the stance from hedges and owners`() {
    #expect(code("Sources: Apple in talks to acquire Zyntho").first?.stance == .rumoured)
    #expect(code("传闻：小米将裁员千人").first?.stance == .rumoured)
    #expect(code("Introducing Zebra Mode", source: "openai.com").first?.stance == .official)
  }

  @Test func `keeps denied claims as denied`() {
    #expect(code("京东否认裁员传闻：消息不实").first?.polarity == .denied)
  }

  @Test func `a denial in a later clause leaves the event before it alone`() {
    #expect(code("华为公布上半年财报，辟谣车业务独立传闻").first?.polarity == .asserted)
    #expect(code("网传京东裁员千人 公司：系误读").first?.polarity == .denied)
  }

  @Test(arguments: [
    ("Meta and AMD sign deal over 2GW of GPUs", [EventType.infrastructure, .partnership]),
    ("China plans to spend $295B on AI data centers by 2031", [.infrastructure, .forecast]),
    ("Zyntho raised $30M at a $300M valuation, with a $9M run rate", [.funding, .financialResult]),
  ])
  func `codes a second event where all that it requires is told`(title: String, types: [EventType])
  {
    #expect(code(title).map(\.type) == types)
  }

  @Test func `takes the maker for the actor where the source only hosts`() {
    let hosted = code("Muse Glimmer from Meta is now available", source: "ollama")
    #expect(hosted.first?.actors.map(\.name) == ["Meta"])
    let own = code("Ollama launches a new engine", source: "ollama")
    #expect(own.first?.actors.map(\.name) == ["Ollama"])
  }

  @Test(arguments: [
    ("康藤获3000万元A轮融资", "康藤"), ("大数据企业Paxata获3350万美元D轮融资", "Paxata"),
    ("“晴天科能”完成近5亿元融资", "晴天科能"), ("Kandou AI raised $225M from SoftBank", "Kandou AI"),
  ])
  func `finds who raises by the place before the verb`(title: String, name: String) {
    #expect(code(title).first?.actors.map(\.name) == [name])
  }

  @Test(arguments: [
    "OpenAI launches GPT-5 today and more - ", "百度发布新模型，这个标题在结尾处被截断了，没有来源 - ", " - ", "《", "",
  ])
  func `survives a headline that breaks off`(title: String) {
    #expect(code(title).count <= 2)
    #expect(code(title, source: "News from Google").count <= 2)
  }

  @Test func `leaves the byline out of the actors`() {
    let event = code("Amazon acquires Zyntho, a maker of drills (Mark Gurman/Bloomberg)").first
    #expect(event?.actors.map(\.name) == ["Amazon", "Zyntho"])
  }

  @Test(arguments: [
    ("晴田科技：预计2025年净利润1.9亿元", ["晴田科技"]), ("4连板晴田铜业：股票交易异常波动", ["晴田铜业"]),
    ("“晴天快报”拿到3000万元A轮融资", ["晴天快报"]),
    ("Canada's Zyntho acquires OpenSea", ["Zyntho", "OpenSea"]),
    ("Zyntho, founded by former Google researchers, raised $7M", ["Zyntho"]),
    ("Elon Musk sues OpenAI and Microsoft", ["Elon Musk", "OpenAI", "Microsoft"]),
    ("Ex-Google engineer raises $7M", []),
    ("TikTok parent ByteDance launches a browser", ["ByteDance"]),
    ("Zyntho launches a chip to rival Intel, AMD, and Qualcomm", ["Zyntho"]),
    ("百度推出新款搜索引擎，同谷歌和微软展开竞争", ["Baidu"]),
    ("马斯克宣布推出 Grok 9", ["xAI"]),
    ("Substack launches a feed, days after Twitter began to hide its posts", ["Substack"]),
    (
      "Anthropic releases Claude Opus 9, with a longer context and lower prices (Hugging Face)",
      ["Anthropic"]
    ),
  ])
  func `names who acts, and nobody beside`(title: String, names: [String]) {
    #expect(code(title).first?.actors.map(\.name) == names)
  }

  @Test(arguments: [
    ("Zero-shot Weeding of Fields", "Goodfire - Research", EventType.research),
    ("Rainy Days", "News from Google", .productRelease),
  ])
  func `takes a feed for its owner's by its name`(title: String, source: String, type: EventType) {
    let event = code(title, source: source).first
    #expect(event?.type == type)
    #expect(event?.stance == .official)
  }

  @Test(arguments: [
    "Google News", "The Google News Feed", "Bloomberg", "Hacker News", "Research", "The Intel",
  ])
  func `takes a feed that gathers the news for nobody's`(source: String) {
    #expect(code("Rainy Days", source: source).isEmpty)
  }

  @Test(arguments: ["Zyntho 1.0", "Zyntho v2.13.1 released", "Zyntho Desktop 4.5 is out"])
  func `takes a bare version for a release`(title: String) {
    #expect(code(title).first?.type == .productRelease)
  }

  @Test(arguments: [
    "Inflation rate is 2.5", "Lakers 101.5", "Today at 9.30", "Version 2.0", "Earthquake 6.5",
  ])
  func `takes no other number for a version`(title: String) {
    let coder = EventCoder(model: nil)
    #expect(coder.code(ItemText(title: title, published: CivilDay("2026-11-23")!)).events.isEmpty)
  }

  @Test func `explains itself when asked`() {
    let item = ItemText(
      title: "Intel is laying off 4,000 employees", published: CivilDay("2026-11-23")!)
    #expect(coder.code(item).reasons.isEmpty)
    let reasons = coder.code(item, explaining: true).reasons
    #expect(reasons.contains { $0.type == .personnel && $0.isCoded && !$0.cues.isEmpty })
  }

  @Test(arguments: [
    "🚀 OpenAI raises $2B 🎉", "鸿海斥资 5 億美元收购 Zyntho（独家）", "“小米”宣布：裁员１００人，涉及汽车部门！",
    "　OpenAI’s new model “Qwen‑9” is out…　", "𠮷田科技完成3億元融资，估值達十億",
  ])
  func `the title is as it was published`(title: String) throws {
    let item = ItemText(title: title, summary: "x", published: CivilDay("2026-11-23")!)
    let event = try #require(EventCoder().code(item).events.first)
    #expect(event.title == title.trimmingPrefix("　").replacing("…　", with: "…"))
  }

  @Test func `triggers, attributions and strangers are as they were published`() throws {
    let events = EventCoder().code(
      ItemText(
        title: "億達科技完成5億元融资！", published: CivilDay("2026-11-23")!)
    ).events
    let event = try #require(events.first)
    #expect(event.actors.map(\.name) == ["億達科技"])
    let scalars = Array(event.title.unicodeScalars)
    for amount in event.amounts {
      #expect(String(String.UnicodeScalarView(scalars[amount.span!])) == "5億元")
    }
  }

  @Test func `statements of an article are as they were published`() throws {
    let item = ItemText(
      title: "", content: "😀 业内消息。2022年，商汤科技的营收为３８億元，净亏损約６０億元。", published: CivilDay("2023-05-15")!)
    let events = EventCoder().code(item).events
    #expect(events.map(\.title) == ["商汤科技的营收为３８億元", "净亏损約６０億元"])
    let scalars = Array(item.codedText.unicodeScalars)
    for event in events {
      #expect(String(String.UnicodeScalarView(scalars[event.evidence!.span])) == event.title)
    }
  }
}

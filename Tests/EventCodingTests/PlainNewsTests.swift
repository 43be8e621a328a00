import EventCoding
import EventModel
import Testing

/// Plain news in words of our own, by companies that no dictionary knows: whatever was learned, it is
/// coded.
@Suite struct PlainNewsTests {
  private static let incident = EventType(rawValue: "incident")

  private func types(_ title: String) -> [EventType] {
    EventCoder().code(
      ItemText(title: title, published: CivilDay("2026-11-23")!, source: "Gazette")
    ).events.map(\.type)
  }

  @Test(arguments: [
    ("Brindle AI releases Brindle-2, an open-weight language model", EventType.modelRelease),
    ("Nordkraft Labs open-sources its 70B model Fjord 3", .modelRelease),
    ("晴川智能发布开源大模型 晴川-72B", .modelRelease),
    ("Tavrida launches an app that books meetings by voice", .productRelease),
    ("Quillmark brings its note taker to Android", .productRelease),
    ("云梯科技推出企业级智能客服平台", .productRelease),
    ("Helvion breaks ground on a 300 MW data center in Ohio", .infrastructure),
    ("Castellan to build a $2 billion chip plant in Portugal", .infrastructure),
    ("海岳集团在贵州建设万卡智算中心", .infrastructure),
    ("Marrowby raises $40 million in Series B funding", .funding),
    ("Robotics startup Ostrander secures €12M seed round led by Kelp Ventures", .funding),
    ("上周 Acme Robotics 完成 5 亿元融资", .funding),
    ("百度宣佈完成百億融資", .funding),
    ("鹿鸣科技获数千万元 A 轮融资", .funding),
    ("微芯智联完成近亿元B+轮融资，红枫资本领投", .funding),
    ("Pellworth to acquire cybersecurity firm Dunmore for $900 million", .acquisition),
    ("云杉机器人向港交所递交招股书", .capitalMarket),
    ("Varrick reports third-quarter revenue of $310 million, up 22%", .financialResult),
    ("Acme Robotics posted a net loss of $18 million last quarter", .financialResult),
    ("青禾软件前三季度净利润2.3亿元，同比增长15%", .financialResult),
    ("Ostrander and Toyota sign an agreement to build warehouse robots", .partnership),
    ("Mistwood partners with Siemens on industrial AI", .partnership),
    ("北辰科技与中国移动签署战略合作协议", .partnership),
    ("EU fines Hartwell 120 million euros over data transfers", .regulation),
    ("Japan's regulator opens an investigation into Zephyra", .regulation),
    ("工信部约谈三家网约车平台", .regulation),
    ("Authors sue Brindle AI over training data", .litigation),
    ("Judge dismisses lawsuit against Tavrida", .litigation),
    ("法院判决晴川智能赔偿500万元", .litigation),
    ("Hundreds of researchers sign open letter calling for a pause on AI weapons", .advocacy),
    ("百余名学者联名呼吁暂停自主武器研发", .advocacy),
    ("Quillmark names Dana Osei as chief executive", .personnel),
    ("Helvion lays off 400 employees", .personnel),
    ("云梯科技CEO宣布辞职", .personnel),
    ("Researchers show that small language models can learn arithmetic, a study finds", .research),
    ("研究发现大模型在长文本任务中准确率下降三成", .research),
    ("Hackers stole data of 2 million customers from Pellworth", PlainNewsTests.incident),
    ("Quillmark outage leaves users locked out for six hours", PlainNewsTests.incident),
    ("云梯科技服务器宕机，多地用户无法登录", PlainNewsTests.incident),
    ("Tavrida's assistant reaches 50 million monthly users", .metric),
    ("鹿鸣科技旗下应用月活用户突破3000万", .metric),
    ("Analysts expect AI server shipments to double by 2028", .forecast),
    ("机构预计2030年全球人形机器人市场规模将达千亿元", .forecast),
  ])
  func `codes plain news`(title: String, type: EventType) {
    #expect(types(title).contains(type))
  }

  @Test(arguments: [
    ("Shares of Lindqvist Semiconductor fall 12% after profit warning", EventType.capitalMarket),
    ("Acme Robotics buys rival Gearloop", .acquisition),
    ("星河软件拟收购蓝鲸数据60%股权", .acquisition),
    ("Corvane files for IPO in New York", .capitalMarket),
    ("Council approves new tram line after long debate", nil),
  ])
  func `is still wrong about some`(title: String, type: EventType?) {
    withKnownIssue { #expect(types(title).first == type) }
  }

  @Test(arguments: [
    "How to get the most out of your new laptop", "Ten books on machine learning for this summer",
    "Why the AI boom is nothing like the dot-com bubble",
    "Weekend open thread: what are you reading?",
    "Opinion: regulators should stop chasing yesterday's technology",
    "Show HN: I made a tiny calculator in Rust", "A beginner's guide to prompt engineering",
    "The best robot vacuums you can buy right now",
    "This week in technology: chips, cars and courts",
    "Local bakery celebrates fifty years",
    "An interview with the founder of Ostrander", "为什么我们需要重新思考人工智能教育",
    "一文读懂大模型的训练流程", "早报：昨夜今晨科技要闻汇总", "如何用三步搭建自己的博客",
    "主队昨晚三比一取胜", "周末去哪儿玩：五个适合徒步的地方", "深度评测：这款耳机值得买吗",
  ])
  func `codes nothing that is no news`(title: String) {
    #expect(types(title).isEmpty)
  }
}

import EventModel

extension ActorFinder {
  /// Words before those who only lead a round.
  static let givers = ["led by ", "led by investors ", "from ", "backed by ", "backing from "]

  /// Words before mere examples, and before those who are only compared with.
  static let examples = [
    "like ", "such as ", "including ", "rivals ", "rival to ", "to rival ", "than ",
    "compete with ",
  ]
  /// What stands between the names of a list.
  static let listing: Set<String> = [", ", " and ", ", and ", "和", "、", "与", "及"]
  /// Words before those with whom the owner of a source does something.
  static let together = ["on ", "with "]
  /// What follows a place that only says where somebody is.
  static let adjectives = ["-based", " jury", " judge", " court", " resident", " startup"]

  /// The same in Chinese.
  static let belongings = [
    "前", "芯片", "股", "企业", "公司", "上市", "经济", "科技", "股东", "顶尖", "创企", "初创", "民众", "男子", "女子", "消费者",
    "市场",
    "车企", "巨头", "大厂", "媒体", "用户", "专家", "投资者", "网友", "学者", "高校", "大学", "演员", "工厂", "新厂", "子公司",
  ]

  /// Where a headline turns to what happened besides.
  static let turns = [
    " days after ", " weeks after ", " months after ", " amid ",
  ].map(\.folded)

  /// What people do themselves, and not what they make.
  static let peoplesTypes: Set<EventType> = [.personnel, .litigation, .advocacy]

  /// Words before those whom somebody has left.
  static let past = ["former ", "ex-", "formerly "]

  static let investing = ["invest", "backs ", "投资", "注资", "入股", "领投"].map(\.folded)
  static let raising = ["rais", "funding", " round", "融资", "获", "完成"].map(\.folded)

  static let governmentVerbs: Set<[UInt16]> = Set(
    "lifts lift lifted bans banned blocks allows to has says plans will orders considers may could restricts sanctions approves and government"
      .split(separator: " ").map { String($0).folded })
}

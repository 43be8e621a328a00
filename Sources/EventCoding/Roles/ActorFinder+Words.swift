extension ActorFinder {
  /// Words before those who only lead a round.
  static let givers = ["led by ", "led by investors ", "from ", "backed by ", "backing from "]

  /// Words before mere examples, and before those who are only compared with.
  static let examples = [
    "like ", "such as ", "including ", "rivals ", "rival to ", "than ",
  ]
  /// What follows a place that only says where somebody is.
  static let adjectives = ["-based", " jury", " judge", " court", " resident", " startup"]

  /// Where a headline turns to what happened besides.
  static let turns = [
    " days after ", " weeks after ", " months after ", " amid ",
  ].map(\.folded)

  /// Words before those whom somebody has left.
  static let past = ["former ", "ex-", "formerly "]

  static let investing = ["invest", "backs ", "投资", "注资", "入股", "领投"].map(\.folded)
  static let raising = ["rais", "funding", " round", "融资", "获", "完成"].map(\.folded)

  static let governmentVerbs: Set<[UInt16]> = Set(
    "lifts lift lifted bans banned blocks allows to has says plans will orders considers may could restricts sanctions approves and government"
      .split(separator: " ").map { String($0).folded })
}

import EventModel

/// Codes one sentence of an article: each amount with a metric is a statement of its own; what else
/// the sentence tells is coded as headlines are.
struct SentenceCoder {
  let passage: Passage

  func events() -> (events: [Event], reasons: [Reason]) {
    if isHypothetical { return ([], []) }
    let statements = StatementFinder(passage).statements
    var events = statements.map { event($0) }
    var coded = Set(events.map(\.type))
    guard !isQuestion else { return (events, []) }
    let told = PassageCoder(passage: passage).events()
    for event in told.events where !coded.contains(event.type) && !event.actors.isEmpty {
      if statements.isEmpty == false, [.metric, .financialResult].contains(event.type) { continue }
      events.append(event)
      coded.insert(event.type)
    }
    return (events, told.reasons.filter { !$0.cues.isEmpty && $0.isCoded })
  }

  /// The last company that a sentence names, which the next may go on about.
  static func subject(of passage: Passage) -> Int? {
    let dictionary = passage.context.dictionary
    let companies = passage.hits.filter {
      $0.term.group == .actor && $0.term.points == 0
        && !["government", "person"].contains(dictionary.actors[Int($0.term.value)].kind)
    }
    return companies.first.map { Int($0.term.value) }
  }

  private var isQuestion: Bool { passage.text.letter(passage.head.upperBound - 1) == 0x3F }

  /// 如果…, 假如…, 我觉得…: nothing that happened.
  private var isHypothetical: Bool {
    let letters = passage.text.letters[passage.head]
    if SentenceCoder.openings.contains(where: { passage.text.contains($0, at: passage.head.lowerBound) }) { return true }
    return SentenceCoder.opinions.contains { letters.contains(subsequence: $0) }
  }

  private func event(_ statement: Statement) -> Event {
    let stance = StanceFinder(passage, statement.type)
    return Event(
      type: statement.type, title: passage.text.quote(statement.span).trimmed,
      date: nil, actors: [Actor(passage.context.dictionary.actors[statement.actor].name)],
      amounts: statement.amounts, stance: stance.articleStance(passage, statement),
      polarity: stance.polarity, attribution: stance.attribution,
      evidence: Evidence(trigger: passage.text.quote(statement.cue.range), span: statement.span, confidence: 70))
  }

  private static let openings = ["如果", "假如", "假设", "试想", "倘若", "if "].map(\.folded)
  private static let opinions = [
    "我觉得", "我感觉", "我想", "我认为", "你觉得", "在我看来", "我只能", "我不禁", "百年后", "我喜欢", "试想", "i think", "i feel", "in my view",
  ].map(\.folded)
}

import EventModel

/// Codes one sentence of an article.
///
/// Each amount with a metric is a statement of its own; what else the sentence tells is coded as
/// headlines are, where it names who acts and an act. A question or a supposition tells nothing of
/// what happened.
struct SentenceCoder {
  let passage: Passage
  let explains: Bool
  /// Of which type it is by what was learned of headlines.
  let likeliest: () -> EventType?

  func events() -> (events: [Event], reasons: [Reason]) {
    if isOpinion || isQuestion && !namesActor { return ([], []) }
    var statements = StatementFinder(passage).statements
    if isHypothetical {
      statements = statements.filter { $0.type.type == .forecast }
      return (statements.map { event($0) }, [])
    }
    guard !isQuestion, namesActor else { return (statements.map { event($0) }, []) }
    let told = PassageCoder(passage: passage, explains: explains).coded()
    let acts = ownObjects(told.events.filter { isAct($0) }).map { ownAmounts($0) }
    if acts.contains(where: { types[$0.type]?.traits.contains(.holdsAmounts) ?? false }) {
      statements.removeAll { statement in acts.contains { $0.type == statement.type.type } }
      statements.removeAll {
        ["gpu_count", "pause", "training_time", "parameters"].contains($0.metric)
      }
    }
    let stated = Set(statements.map(\.type.type))
    let events = statements.map { self.event($0) } + acts.filter { !stated.contains($0.type) }
    return (events, told.reasons.filter(\.isCoded))
  }

  private var types: EventTypes { passage.context.dictionary.types }

  /// Somebody is named in the sentence itself.
  private var namesActor: Bool {
    passage.hits.contains { [.actor, .object].contains($0.term.group) }
  }

  /// Whether a type may come from words alone, amounts aside, and says that something was done.
  private func isAct(_ event: Event) -> Bool {
    let letters = passage.text.letters[passage.head]
    func has(_ words: [[UInt16]]) -> Bool { words.contains { letters.contains(subsequence: $0) } }
    switch event.type {
    case .metric, .financialResult, .capitalMarket: return false
    case .modelRelease, .productRelease: return has(SentenceCoder.launches)
    case .infrastructure: return has(SentenceCoder.building)
    case .research: return has(SentenceCoder.findings)
    case .regulation:
      return !event.amounts.isEmpty || passage.quantities.contains { $0.kind == .date }
    case .forecast: return isForecast(event)
    default:
      return passage.hits.contains {
        $0.term.group == .trigger && Int($0.term.value) == types.place(of: event.type)
          && $0.term.points >= 6
      }
    }
  }

  /// Somebody named before it says what will be: with an amount or a date, or in so many words.
  private func isForecast(_ event: Event) -> Bool {
    let place = event.evidence.flatMap { evidence in
      passage.text.letters.firstOffset(of: evidence.trigger.folded, in: passage.head)
    }
    guard let place,
      passage.hits.contains(where: { $0.term.group == .actor && $0.range.lowerBound < place })
    else { return false }
    return !event.amounts.isEmpty || passage.quantities.contains { $0.kind == .date }
      || passage.hits.contains { $0.term.group == .official && $0.range.lowerBound < place }
  }

  /// A sentence tells one act; a model and a product that come out together are two, each with its own.
  private func ownObjects(_ acts: [Event]) -> [Event] {
    guard acts.count > 1 else { return acts }
    let likeliest = likeliest()
    let first = acts.first { $0.type == likeliest } ?? acts[0]
    let releases: Set<EventType> = [.modelRelease, .productRelease]
    guard releases.contains(first.type),
      let second = acts.first(where: { $0.type != first.type && releases.contains($0.type) })
    else { return [first] }
    let dictionary = passage.context.dictionary
    let models = passage.hits.filter {
      $0.term.group == .object && dictionary.object($0).isModel
    }.map { dictionary.object($0).name }
    let both = [first, second].map { act in
      var act = act
      act.objects = act.objects.filter { object in
        models.contains { object.hasPrefix($0) } == (act.type == .modelRelease)
      }
      return act
    }
    return both.contains { $0.objects.isEmpty } ? [first] : both
  }

  /// An event without the amounts that other statements are about.
  private func ownAmounts(_ event: Event) -> Event {
    var event = event
    event.amounts.removeAll { amount in
      guard let metric = amount.metric else { return amount.kind != .money }
      guard let type = types.type(measuredBy: metric) else { return false }
      return type.type != event.type && !SentenceCoder.sharedMetrics.contains(metric)
    }
    return event
  }

  /// Metrics that acts of several types may carry.
  private static let sharedMetrics: Set<String> = [
    "gpu_count", "pause", "training_time", "parameters", "signatories", "investment", "funding",
  ]

  private static let launches = [
    "发布", "推出", "上线", "开源", "公开", "内测", "公测", "带来了", "推了", "正式可用", "加持", "release", "launch",
    "unveil", "introduc", "open-source", "debut", "rolled out", "shipped",
  ].map(\.folded)
  private static let building = [
    "采用", "搭载", "使用了", "设计了", "建设", "投产", "流片", "build", "built", "uses", "construct",
    "data center",
  ].map(\.folded)
  private static let findings = [
    "研究指出", "研究显示", "研究表明", "实验表明", "报告", "得分", "论文", "揭示", "指出", "found", "finds", "shows",
    "study", "paper", "scored",
  ].map(\.folded)

  /// The first company that a sentence names, or the maker of the model it names: the next sentence
  /// may go on about it.
  static func subject(of passage: Passage) -> Int? {
    let dictionary = passage.context.dictionary
    let companies = passage.hits.filter {
      $0.term.group == .actor && $0.term.points == 0
        && !["government", "person"].contains(dictionary.actor($0).kind)
    }
    if let first = companies.first { return Int(first.term.value) }
    let model = passage.hits.first {
      $0.term.group == .object && dictionary.object($0).isModel
    }
    return model.map { dictionary.object($0).maker }
  }

  private var isQuestion: Bool { passage.text.letter(passage.head.upperBound - 1) == 0x3F }

  /// 如果…, 假如…: nothing that happened, but perhaps a forecast.
  private var isHypothetical: Bool {
    SentenceCoder.openings.contains { passage.text.contains($0, at: passage.head.lowerBound) }
  }

  /// 我觉得…, 意味着…: the author's thoughts.
  private var isOpinion: Bool {
    let letters = passage.text.letters[passage.head]
    return SentenceCoder.opinions.contains { letters.contains(subsequence: $0) }
  }

  private func event(_ statement: Statement) -> Event {
    let stance = StanceFinder(passage, statement.type)
    return Event(
      type: statement.type.type, title: passage.text.quote(statement.span).trimmed,
      date: nil, actors: statement.actors.map { Actor(passage.context.dictionary.actors[$0].name) },
      amounts: statement.amounts, stance: stance.articleStance(passage, statement),
      polarity: stance.polarity, attribution: stance.attribution,
      evidence: Evidence(trigger: statement.trigger, span: statement.span, confidence: 70))
  }

  private static let openings = ["如果", "假如", "假设", "试想", "倘若", "if "].map(\.folded)
  private static let opinions = [
    "我觉得", "我感觉", "我想", "我认为", "你觉得", "在我看来", "我只能", "我不禁", "百年后", "我喜欢", "试想", "意味着", "像我这样",
    "i think", "i feel", "in my view",
  ].map(\.folded)
}

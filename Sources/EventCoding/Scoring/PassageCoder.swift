import EventModel

/// Codes one passage: types first, then who, what, how much, when, and how sure.
struct PassageCoder {
  let passage: Passage
  /// What was learned is its; without it, for the sentences of an article, and for a type that was never
  /// learned, the dictionary decides.
  var coder: EventCoder?
  let explains: Bool

  /// The events told, why, and how many mistakes to expect in them or their absence (`Coding.doubt`).
  func coded() -> (events: [Event], reasons: [Reason], doubt: Double) {
    var choice = TypeChoice(passage)
    let told = choice.told()
    guard let coder, let model = coder.model, !passage.context.isSentence,
      !passage.head.isEmpty, !choice.isRuledOut,
      told.allSatisfy({ model.types.contains($0.type) })
    else {
      let events = told.map { event($0, choice, verdict: nil) }
      return (
        events, explains ? Explanation(passage, choice, coded: told.map(\.type)).reasons : [],
        events.first.map { 1 - Double($0.confidence) / 100 } ?? 0
      )
    }
    let features = PassageFeatures(passage, choice, told: told, naming: explains).features
    let isPromising = coder.isPromising(features)
    let judge = isPromising ? model : coder.gate ?? model
    let vector = isPromising ? coder.vector(of: passage) : nil
    let verdict = judge.verdict(features, vector: vector)
    let line = vector == nil ? line(told, choice) : PassageCoder.line
    // What lies outside the industry is coded where the dictionary tells it too, and not shown.
    let isTold =
      verdict.event >= line || verdict.scope < Event.scopeLine && !told.isEmpty
    let types = isTold ? types(verdict, told) : []
    let events = types.map { event($0, choice, verdict: verdict) }
    let isShown = !types.isEmpty && verdict.scope >= Event.scopeLine
    let doubt =
      isShown ? 1 - verdict.event + 2 * verdict.event * (1 - verdict.type) : verdict.event
    guard explains else { return (events, [], doubt) }
    let explanation = Explanation(passage, choice, coded: types.map(\.type))
    return (
      events,
      explanation.reasons
        + LearnedReasons(judge, features, verdict, line, types, passage.head).reasons, doubt
    )
  }

  /// What the passage would tell, were it told that it tells an event of a type.
  func event(of type: EventType) -> Event? {
    guard let entry = passage.context.dictionary.types[type] else { return nil }
    return event(entry, TypeChoice(passage), verdict: nil)
  }

  /// What was learned decides; the dictionary adds a second type beside a first that both tell.
  private func types(_ verdict: CoderModel.Verdict, _ told: [TypeEntry]) -> [TypeEntry] {
    let learned = verdict.types.compactMap { passage.context.dictionary.types[$0] }
    guard told.count == 2, learned.count == 1, told.contains(where: { $0.type == learned[0].type })
    else {
      return learned
    }
    return told
  }

  /// How likely an event must be where the headline was read as a whole.
  private static let line = 0.4

  /// How likely an event must be without that: the less, the plainer the dictionary finds one.
  private func line(_ told: [TypeEntry], _ choice: TypeChoice) -> Double {
    if told.contains(where: choice.isPlain) { return 0.2 }
    return told.isEmpty ? 0.5 : 0.4
  }

  /// - Parameter told: the stance where it is known; else it is what was learned, or the cues say.
  func event(
    _ type: TypeEntry, _ choice: TypeChoice, verdict learned: CoderModel.Verdict?,
    stance told: Stance? = nil
  ) -> Event {
    let objects = ObjectFinder(passage, type).objects
    let actors = ActorFinder(passage, type, choice.scores.trigger[type.index]).actors
    let cues = StanceFinder(passage, type)
    let stance = told ?? learned?.stance ?? cues.stance
    let trigger = choice.scores.trigger[type.index]
    let chance = learned.map { Int(($0.event * $0.type * 100).rounded()) }
    var event = Event(
      type: type.type, title: passage.text.quote(passage.head).trimmed,
      date: EventDate(passage).date, actors: actors, objects: objects,
      amounts: AmountBinder(passage).amounts,
      stance: stance, polarity: cues.polarity, attribution: cues.attribution,
      phase: PhaseFinder(passage, type, stance).phase,
      horizon: type.type == .forecast ? EventDate(passage).horizon : nil,
      evidence: Evidence(
        trigger: trigger.map { passage.text.quote($0.range) } ?? silent,
        span: passage.head, confidence: chance ?? confidence(type, choice)))
    event.scope = learned?.scope
    event.probabilities = learned.map {
      Event.Probabilities(type: ($0.type * 1000).rounded() / 1000)
    }
    return event
  }

  /// What stands for a trigger where no single phrase made the event.
  private var silent: String {
    passage.context.owner == nil ? "the whole headline" : "official source"
  }

  /// How far the score stands above the bar, on a scale of 10...100.
  private func confidence(_ type: TypeEntry, _ choice: TypeChoice) -> Int {
    max(10, min(100, 30 + 5 * (choice.scores.points[type.index] - choice.scores.none)))
  }
}

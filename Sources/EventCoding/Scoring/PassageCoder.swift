import EventModel

/// Codes one passage: types first, then who, what, how much, when, and how sure.
struct PassageCoder {
  let passage: Passage
  let explains: Bool

  func events() -> (events: [Event], reasons: [Reason]) {
    var choice = TypeChoice(passage)
    let types = choice.told()
    let events = types.map { event($0, choice) }
    return (events, explains ? Explanation(passage, choice, coded: types.map(\.type)).reasons : [])
  }

  private func event(_ type: TypeEntry, _ choice: TypeChoice) -> Event {
    let objects = ObjectFinder(passage, type).objects
    let actors = ActorFinder(passage, type, choice.scores.trigger[type.index]).actors
    let stance = StanceFinder(passage, type)
    let trigger = choice.scores.trigger[type.index]
    return Event(
      type: type.type, title: passage.text.quote(passage.head).trimmed,
      date: EventDate(passage).date, actors: actors, objects: objects,
      amounts: AmountBinder(passage).amounts,
      stance: stance.stance, polarity: stance.polarity, attribution: stance.attribution,
      phase: PhaseFinder(passage, type, stance.stance).phase,
      horizon: type.type == .forecast ? EventDate(passage).horizon : nil,
      evidence: Evidence(
        trigger: trigger.map { passage.text.quote($0.range) } ?? "official source",
        span: passage.head, confidence: confidence(type, choice)))
  }

  /// How far the score stands above the bar, on a scale of 10...100.
  private func confidence(_ type: TypeEntry, _ choice: TypeChoice) -> Int {
    max(10, min(100, 30 + 5 * (choice.scores.points[type.index] - choice.scores.none)))
  }
}

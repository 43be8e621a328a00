import EventModel

/// Decides which types of event a passage tells, from their scores.
struct TypeChoice {
  let passage: Passage
  var scores: TypeScores
  /// What a headline without a verb is taken for.
  var prior: EventType?
  private(set) var verdicts: [(type: EventType?, verdict: String)] = []

  init(_ passage: Passage) {
    self.passage = passage
    scores = TypeScores(passage)
  }

  /// The types told, the first one primary; at most two.
  mutating func types() -> [EventType] {
    if let kind = passage.context.noneKind {
      verdicts.append((nil, "the source's items are no events: \(kind)"))
      return []
    }
    if let veto = passage.headHits.first(where: { $0.term.group == .veto }) {
      verdicts.append((nil, "“\(passage.text.quote(veto.range))” marks no event"))
      return []
    }
    weigh()
    let against = scores.none - (passage.context.owner == nil ? 0 : 1)
    let ranked = EventType.allCases.filter { scores[$0] > 0 && isLed($0) }.sorted {
      scores[$0] > scores[$1]
    }
    guard let best = ranked.first, scores[best] - against >= threshold else {
      verdicts.append(
        (ranked.first, "the score does not reach \(threshold) over the \(against) against"))
      return []
    }
    guard hasActor else {
      verdicts.append((best, "nobody known acts"))
      return []
    }
    if passage.context.isSentence {
      let told = ranked.filter { scores[$0] - against >= threshold }.prefix(3)
      let isTwice = told.contains(.modelRelease) && told.contains(.productRelease)
      return told.filter {
        !isTwice || ![.modelRelease, .productRelease].contains($0) || scores.decisive[$0.index]
          || $0 == told.first
      }
    }
    let rivals = ranked.filter { type in
      let isDecided = scores.decisive[type.index] && !scores.decisive[best.index]
      let slack = isDecided ? 3 : scores.isFirm[type.index] ? 2 : 0
      return scores[type] >= scores[best] - slack
        && (scores.decisive[type.index] || !scores.decisive[best.index])
    }
    let primary = rivals.min { $0.index < $1.index } ?? best
    var types = [primary]
    if let second = second(ranked, beside: primary, against) { types.append(second) }
    return types
  }

  /// Weak words alone lead to nothing, nor does a summary alone.
  private func isLed(_ type: EventType) -> Bool {
    scores.hasStrong[type.index] || type == prior
  }

  private var threshold: Int { passage.context.isSentence ? 6 : 3 }

  private var hasActor: Bool {
    let headline = passage.headline
    return passage.context.owner != nil || passage.context.subject != nil
      || passage.hits.contains { [.actor, .object].contains($0.term.group) }
      || headline.versioned != nil
      || EventType.allCases.contains {
        scores.decisive[$0.index] && !TypeChoice.general.contains($0)
      }
      || passage.latinStrangerInLead != nil
      || SubjectFinder(headline: headline).releasesSomething
  }

  /// Types that all news has: without a known name they are not of the industry.
  private static let general: Set<EventType> = [.personnel, .regulation]

  /// A second type needs a decisive trigger of its own, and not to be a shade of the first; or what
  /// it requires beside it: two parties to a deal over so much power, the revenue of who raises.
  private func second(_ ranked: [EventType], beside primary: EventType, _ against: Int)
    -> EventType?
  {
    if primary == .infrastructure, scores.isFirm[EventType.partnership.index], names(2) {
      return .partnership
    }
    if primary == .infrastructure, hasPrice, hasHorizon { return .forecast }
    if primary == .funding, scores.decisive[EventType.financialResult.index],
      passage.amounts(.money, inHead: true).count > 1
    {
      return .financialResult
    }
    return ranked.first { type in
      type != primary && scores.decisive[type.index] && scores[type] - against >= 7
        && !TypeChoice.shades.contains(Set([type, primary]))
    }
  }

  private func names(_ count: Int) -> Bool {
    Set(passage.headHits.filter { $0.term.group == .actor }.map(\.term.value)).count >= count
  }

  private var hasPrice: Bool { !passage.amounts(.money, inHead: true).isEmpty }

  /// A year after next.
  private var hasHorizon: Bool {
    passage.amounts(.date, inHead: true).contains { quantity in
      (quantity.date?.last?.year ?? 0) > passage.context.published.year + 1
    }
  }

  private static let shades: Set<Set<EventType>> = [
    [.modelRelease, .productRelease], [.regulation, .litigation], [.modelRelease, .research],
    [.funding, .acquisition], [.personnel, .productRelease], [.productRelease, .infrastructure],
    [.productRelease, .research], [.productRelease, .incident], [.litigation, .incident],
    [.productRelease, .personnel], [.productRelease, .metric], [.financialResult, .metric],
    [.productRelease, .litigation], [.productRelease, .regulation], [.productRelease, .funding],
    [.productRelease, .financialResult], [.productRelease, .capitalMarket],
    [.funding, .forecast], [.modelRelease, .incident],
  ]
}

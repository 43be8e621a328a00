import EventModel

/// Decides which types of event a passage tells, from their scores.
struct TypeChoice {
  let passage: Passage
  var scores: TypeScores
  /// What an official source's post without a verb is taken for.
  private var prior: EventType?
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
    suppress()
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
      || SubjectFinder(headline: headline).lead.map { !passage.isKnown($0) } ?? false
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

  /// Whether money is put into something (to invest $5B in data centers), not into a company.
  private var isInvested: Bool {
    guard let trigger = scores.trigger[EventType.funding.index] else { return false }
    return TypeChoice.investing.contains { passage.text.contains($0, at: trigger.range.lowerBound) }
  }

  private static let investing = ["invest", "to invest", "投资"]

  private static let shades: Set<Set<EventType>> = [
    [.modelRelease, .productRelease], [.regulation, .litigation], [.modelRelease, .research],
    [.funding, .acquisition], [.personnel, .productRelease], [.productRelease, .infrastructure],
    [.productRelease, .research], [.productRelease, .incident], [.litigation, .incident],
    [.productRelease, .personnel], [.productRelease, .metric], [.financialResult, .metric],
    [.productRelease, .litigation], [.productRelease, .regulation], [.productRelease, .funding],
    [.productRelease, .financialResult], [.productRelease, .capitalMarket],
    [.funding, .forecast], [.modelRelease, .incident],
  ]

  /// What one type takes from another.
  private mutating func suppress() {
    func strong(_ type: EventType) -> Bool { scores.decisive[type.index] }
    if strong(.infrastructure), isInvested { scores[.funding] -= 8 }
    for (type, losers) in TypeChoice.suppressions
    where strong(type) && !(type == .funding && isInvested && strong(.infrastructure)) {
      for loser in losers { scores[loser] -= 6 }
    }
    let hasAuthority = passage.headHits.contains {
      $0.term.group == .actor
        && passage.context.dictionary.actors[Int($0.term.value)].kind == "government"
    }
    if passage.amounts(.measure, inHead: true).contains(where: { $0.unit == "W" }) {
      scores[.infrastructure] += 4
      scores.isFirm[EventType.infrastructure.index] = true
    }
    if !hasAuthority, !strong(.regulation) { scores[.regulation] -= 4 }
    if hasAuthority, isSubject(passage.headHits), !strong(.litigation) {
      scores[.regulation] += 3
    }
    let objects = passage.headHits.filter { $0.term.group == .object }
    let models = objects.filter { passage.context.dictionary.objects[Int($0.term.value)].isModel }
    if !passage.context.isSentence,
      SubjectFinder(headline: passage.headline).releasesModel || models.contains(where: isReleased)
    {
      scores.decide(.modelRelease)
    }
    if models.isEmpty, !objects.isEmpty, !scores.decisive[EventType.modelRelease.index] {
      scores[.modelRelease] -= 4
    }
    if !models.isEmpty, models.count == objects.count, scores[.modelRelease] >= 6 {
      scores[.productRelease] -= 6
    }
    if scores.decisive[EventType.modelRelease.index] { scores[.productRelease] -= 5 }
    if passage.context.owner != nil, !passage.context.isSentence { officialPrior(models) }
    if prior == nil, models.isEmpty, passage.headline.versioned != nil {
      prior = .productRelease
      scores[.productRelease] += 5
    }
    if passage.context.owner == nil || prior == nil { namedModelPrior(models) }
  }

  /// Whether its maker brings out a model with its version: 智谱上线 GLM-4.6.
  private func isReleased(_ model: Hit) -> Bool {
    let text = passage.text
    let maker = passage.context.dictionary.objects[Int(model.term.value)].maker
    let actor = passage.headHits.first { $0.term.group == .actor }
    let end = model.range.upperBound
    return actor.map { Int($0.term.value) } == maker
      && (Letter.isDigit(text.letter(end)) || Letter.isDigit(text.letter(end + 1))
        || text.letters[model.range].contains(where: Letter.isDigit))
      && Verbs.comingOutChinese.contains {
        text.contains($0, before: model.range.lowerBound)
          || text.contains($0, before: model.range.lowerBound - 1)
      }
  }

  /// Whether an authority opens the headline: The EU names …
  private func isSubject(_ hits: [Hit]) -> Bool {
    guard let first = hits.first(where: { $0.term.group == .actor }) else { return false }
    return first.range.lowerBound - passage.head.lowerBound < 10
      && passage.context.dictionary.actors[Int(first.term.value)].kind == "government"
  }

  /// The posts of a company are about what it makes, even where no verb says so.
  private mutating func officialPrior(_ models: [Hit]) {
    if passage.context.isResearch, !scores.decisive.contains(true), scores.none < 6 {
      prior = .research
      scores[.research] += 6
      return
    }
    guard scores.points.allSatisfy({ $0 < 6 }), scores.none < 3 else { return }
    let words = passage.text.letters[passage.head].count { $0 == 0x20 } + 1
    guard words <= 5, !passage.context.isResearch else { return }
    prior = models.isEmpty ? .productRelease : .modelRelease
    scores[prior!] += 6
  }

  /// A headline that is hardly more than a model's name and version announces it.
  private mutating func namedModelPrior(_ models: [Hit]) {
    guard let model = models.first, !passage.context.isSentence, scores.none == 0,
      scores.points.allSatisfy({ $0 < 4 }), model.range.lowerBound - passage.head.lowerBound < 24
    else { return }
    let end = model.range.upperBound
    let hasVersion =
      passage.text.letters[model.range].contains { Letter.isDigit($0) }
      || Letter.isDigit(passage.text.letter(end + 1)) || Letter.isDigit(passage.text.letter(end))
    guard hasVersion, passage.head.count < 90 else { return }
    prior = .modelRelease
    scores[.modelRelease] += 5
  }

  private static let suppressions: [(EventType, [EventType])] = [
    (.litigation, [.regulation, .productRelease, .incident, .advocacy]),
    (.acquisition, [.productRelease, .partnership, .research]),
    (
      .funding,
      [
        .productRelease, .infrastructure, .partnership, .research, .personnel, .metric,
        .modelRelease, .regulation,
      ]
    ),
    (.financialResult, [.productRelease, .metric, .infrastructure, .forecast, .partnership]),
    (.personnel, [.productRelease, .financialResult, .research, .modelRelease, .infrastructure]),
    (.regulation, [.productRelease, .research, .modelRelease]),
    (.capitalMarket, [.productRelease, .research, .forecast, .financialResult]),
    (.infrastructure, [.productRelease, .research]),
  ]
}

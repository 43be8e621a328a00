import EventModel

/// Decides which types of event a passage tells, from their scores.
struct TypeChoice {
  let passage: Passage
  let types: EventTypes
  var scores: TypeScores
  /// What a headline without a verb is taken for.
  var prior: EventType?
  private(set) var verdicts: [(type: EventType?, verdict: String)] = []

  init(_ passage: Passage) {
    self.passage = passage
    types = passage.context.dictionary.types
    scores = TypeScores(passage)
  }

  /// Whether a source or a phrase rules out any event.
  private(set) var isRuledOut = false

  /// The types told, the first one primary; at most two.
  mutating func told() -> [TypeEntry] {
    let told = choose()
    return isRuledOut ? [] : told
  }

  private mutating func choose() -> [TypeEntry] {
    if let kind = passage.context.noneKind {
      verdicts.append((nil, "the source's items are no events: \(kind)"))
      isRuledOut = true
    }
    if let veto = passage.headHits.first(where: { $0.term.group == .veto }) {
      verdicts.append((nil, "“\(passage.text.quote(veto.range))” marks no event"))
      isRuledOut = true
    }
    weigh()
    let against = scores.none - (passage.context.owner == nil ? 0 : 1)
    let points = scores.points
    let priorPlace = prior.flatMap { types.place(of: $0) }
    // Weak words alone lead to nothing, nor does a summary alone.
    let led = points.indices.filter {
      points[$0] > 0 && (scores.hasStrong[$0] || $0 == priorPlace)
    }
    let ranked = led.sorted { points[$0] > points[$1] }.map { types.entries[$0] }
    guard let best = ranked.first, points[best.index] - against >= threshold else {
      verdicts.append(
        (ranked.first?.type, "the score does not reach \(threshold) over the \(against) against"))
      return []
    }
    guard hasActor else {
      verdicts.append((best.type, "nobody known acts"))
      return []
    }
    if passage.context.isSentence {
      let told = ranked.filter { points[$0.index] - against >= threshold }.prefix(3)
      let releases = told.filter { [.modelRelease, .productRelease].contains($0.type) }
      return told.filter { type in
        releases.count < 2 || !releases.contains { $0.index == type.index }
          || scores.decisive[type.index] || type.index == told.first?.index
      }
    }
    let rivals = ranked.filter { type in
      let isDecided = scores.decisive[type.index] && !scores.decisive[best.index]
      let slack = isDecided ? 3 : scores.isFirm[type.index] ? 2 : 0
      return points[type.index] >= points[best.index] - slack
        && (scores.decisive[type.index] || !scores.decisive[best.index])
    }
    let primary = rivals.min { $0.index < $1.index } ?? best
    var told = [primary]
    if let second = second(ranked, beside: primary, against) { told.append(second) }
    return told
  }

  /// Whether a decisive word of the headline tells the type, with little against it.
  func isPlain(_ type: TypeEntry) -> Bool {
    scores.decisive[type.index] && scores.points[type.index] - scores.none >= 9
  }

  private var threshold: Int { passage.context.isSentence ? 6 : 3 }

  private var hasActor: Bool {
    let headline = passage.headline
    return passage.context.owner != nil || passage.context.subject != nil
      || passage.hits.contains { [.actor, .object].contains($0.term.group) }
      || headline.versioned != nil
      || zip(scores.decisive, types.isGeneral).contains { $0 && !$1 }
      || passage.latinStrangerInLead != nil
      || SubjectFinder(headline: headline).releasesSomething
  }

  /// A second type needs a decisive trigger of its own, and not to be a shade of the first; or what
  /// it requires beside it: two parties to a deal over so much power, the revenue of who raises.
  private func second(_ ranked: [TypeEntry], beside primary: TypeEntry, _ against: Int)
    -> TypeEntry?
  {
    if primary.type == .infrastructure, scores.isFirm(.partnership), names(2) {
      return types[.partnership]
    }
    if primary.type == .infrastructure, hasPrice, hasHorizon { return types[.forecast] }
    if primary.type == .funding, scores.isDecided(.financialResult),
      passage.amounts(.money, inHead: true).count > 1
    {
      return types[.financialResult]
    }
    return ranked.first { type in
      type.index != primary.index && scores.decisive[type.index]
        && scores.points[type.index] - against >= 7
        && !type.shades.contains(primary.type) && !primary.shades.contains(type.type)
    }
  }

  private func names(_ count: Int) -> Bool {
    Set(passage.headHits.filter { $0.term.group == .actor }.map(\.term.value)).count >= count
  }

  private var hasPrice: Bool { !passage.amounts(.money, inHead: true).isEmpty }

  /// A year after next.
  private var hasHorizon: Bool {
    guard let published = passage.context.published else { return false }
    return passage.amounts(.date, inHead: true).contains { quantity in
      (quantity.date?.last?.year ?? 0) > published.year + 1
    }
  }
}

import EventModel

extension TypeChoice {
  /// Weighs the scores against each other, and against who and what the headline names.
  mutating func weigh() {
    suppress()
    weighPower()
    weighAuthority()
    let things = passage.headHits.filter { $0.term.group == .object }
    let models = things.filter { passage.context.dictionary.object($0).isModel }
    weigh(models, among: things)
    takePrior(models)
  }

  /// What one type takes from another.
  private mutating func suppress() {
    let isInvestment = isInvested && isDecided(.infrastructure)
    if isInvestment { scores[.funding] -= 8 }
    let funding = types.place(of: .funding)
    for place in scores.decisive.indices
    where scores.decisive[place] && !(place == funding && isInvestment) {
      for loser in types.suppressed[place] { scores.points[loser] -= 6 }
    }
  }

  private func isDecided(_ type: EventType) -> Bool { scores.isDecided(type) }

  /// Power is spoken of where something is built.
  private mutating func weighPower() {
    guard passage.amounts(.measure, inHead: true).contains(where: { $0.unit == "W" }) else {
      return
    }
    scores[.infrastructure] += 4
    scores.makeFirm(.infrastructure)
  }

  /// Only an authority regulates, and most of what it does is that.
  private mutating func weighAuthority() {
    let actors = passage.headHits.filter { $0.term.group == .actor }
    func isAuthority(_ hit: Hit) -> Bool {
      passage.context.dictionary.actor(hit).kind == "government"
    }
    guard actors.contains(where: isAuthority) else {
      if !isDecided(.regulation) { scores[.regulation] -= 4 }
      return
    }
    let opens = actors[0].range.lowerBound - passage.head.lowerBound < 10
    if opens, isAuthority(actors[0]), !isDecided(.litigation) { scores[.regulation] += 3 }
  }

  /// Models come out as models, all else as products.
  private mutating func weigh(_ models: [Hit], among things: [Hit]) {
    if !passage.context.isSentence,
      SubjectFinder(headline: passage.headline).releasesModel || models.contains(where: isReleased)
    {
      scores.decide(.modelRelease)
    }
    if models.isEmpty, !things.isEmpty, !isDecided(.modelRelease) { scores[.modelRelease] -= 4 }
    if !models.isEmpty, models.count == things.count, scores[.modelRelease] >= 6 {
      scores[.productRelease] -= 6
    }
    if isDecided(.modelRelease) { scores[.productRelease] -= 5 }
  }

  /// Whether money is put into something (to invest $5B in data centers), not into a company.
  private var isInvested: Bool {
    guard let trigger = scores.trigger(of: .funding) else { return false }
    return TypeChoice.investing.contains { passage.text.contains($0, at: trigger.range.lowerBound) }
  }

  private static let investing = ["invest", "to invest", "投资"]
}

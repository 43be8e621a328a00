import EventModel

/// Decides whether two sketches tell one event, with a score and a reason.
package struct SameEvent: Sendable {
  package struct Match: Equatable, Sendable {
    /// The place of the best candidate among those given.
    package let index: Int
    /// 0...1 and a little above.
    package let score: Double
    /// What was shared, for people.
    package let reason: String
  }

  package let frequencies: TokenFrequencies
  /// The score from which two are one.
  package let threshold: Double
  /// How many days apart two reports of one event may be.
  package static let reach = 3

  package init(frequencies: TokenFrequencies, threshold: Double = SameEvent.standardThreshold) {
    self.frequencies = frequencies
    self.threshold = threshold
  }

  package static let standardThreshold = 0.38

  /// The best candidate that tells the same event; nil when none does.
  package func match(_ sketch: EventSketch, among candidates: [EventSketch]) -> Match? {
    match(weigh(sketch), among: candidates.map(weigh))
  }

  func match(_ sketch: WeighedSketch, among candidates: [WeighedSketch]) -> Match? {
    var best: (index: Int, score: Double)?
    for (index, candidate) in candidates.enumerated() {
      let score = score(sketch, candidate)
      if score >= threshold, score > best?.score ?? 0 { best = (index, score) }
    }
    return best.map {
      Match(
        index: $0.index, score: $0.score,
        reason: reason(sketch.sketch, candidates[$0.index].sketch))
    }
  }

  func weigh(_ sketch: EventSketch) -> WeighedSketch {
    let squares = sketch.tokens.map { token in
      let weight = frequencies.weight(token)
      return weight * weight
    }
    return WeighedSketch(sketch: sketch, squares: squares, sum: squares.reduce(0, +))
  }

  /// How alike two sketches are; 0 when something rules it out. `make bench` measures the weights.
  package func score(_ left: EventSketch, _ right: EventSketch) -> Double {
    score(weigh(left), weigh(right))
  }

  func score(_ leftWeighed: WeighedSketch, _ rightWeighed: WeighedSketch) -> Double {
    let (left, right) = (leftWeighed.sketch, rightWeighed.sketch)
    let daysApart = left.daysApart(right)
    guard daysApart <= SameEvent.reach,
      left.polarity == right.polarity,
      !areDisjoint(left.periods, right.periods)
    else { return 0 }
    let objects = shared(left.objects, right.objects)
    let actors = shared(left.actors, right.actors)
    let amounts = shared(left.amounts, right.amounts)
    let isSameType = left.type != nil && left.type == right.type
    let isTelling = isSameType && left.isRare
    var score = leftWeighed.likeness(rightWeighed)
    if left.isChinese != right.isChinese {
      guard actors > 0 || isTelling && amounts > 0,
        isSameType || objects > 0 && (left.type == nil || right.type == nil)
      else { return 0 }
      score +=
        0.04 + 0.12 * Double(min(actors, 2)) + (objects > 0 ? 0.2 : 0) + (amounts > 0 ? 0.25 : 0)
      if isTelling, daysApart <= 1 { score += 0.1 }
    } else {
      score += 0.05 * Double(min(actors, 2)) + (objects > 0 ? 0.07 : 0) + (amounts > 0 ? 0.1 : 0)
      if isSameType, actors > 0, amounts > 0 { score += 0.1 }
    }
    if isSameType {
      score += isTelling ? 0.08 : 0.05
    } else if left.type != nil, right.type != nil {
      score -= 0.12
    }
    if left.polarity == .denied, actors > 0 { score += 0.15 }
    if areDisjoint(left.actors, right.actors) { score -= 0.15 }
    if amounts == 0, areDisjoint(left.amounts, right.amounts) { score -= 0.06 }
    score -= 0.02 * Double(daysApart)
    return score
  }

  private func shared(_ left: [UInt64], _ right: [UInt64]) -> Int {
    left.count { right.contains($0) }
  }

  private func areDisjoint(_ left: [UInt64], _ right: [UInt64]) -> Bool {
    !left.isEmpty && !right.isEmpty && shared(left, right) == 0
  }

  private func reason(_ left: EventSketch, _ right: EventSketch) -> String {
    let parts = [
      (shared(left.tokens, right.tokens), "word"), (shared(left.actors, right.actors), "actor"),
      (shared(left.objects, right.objects), "name"),
      (shared(left.amounts, right.amounts), "amount"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return "shares " + told.joined(separator: ", ")
  }
}

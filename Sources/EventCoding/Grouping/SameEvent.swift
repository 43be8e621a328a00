import EventModel

/// Decides whether two sketches tell one event, with a score and a reason: by the two alone.
package struct SameEvent: Sendable {
  package struct Match: Equatable, Sendable {
    /// The place of the candidate among those given.
    package let index: Int
    /// The probability that it is the same event, 0...1.
    package let score: Double
    /// What was shared, for people.
    package let reason: String

    /// The candidates whose score reaches a threshold, the likeliest first.
    static func likeliest(
      for sketch: EventSketch, among candidates: [EventSketch], from threshold: Double,
      score: (EventSketch) -> Double
    ) -> [Match] {
      candidates.enumerated().compactMap { index, candidate in
        let score = score(candidate)
        guard score >= threshold else { return nil }
        return Match(index: index, score: score, reason: SameEvent.reason(sketch, candidate))
      }.sorted { ($1.score, $0.index) < ($0.score, $1.index) }
    }
  }

  /// How many days apart two reports of one event may be.
  package static let reach = 3
  /// The probability from which two are one. A wrong join is worse than a missed one.
  package static let standardThreshold = 0.6
  /// How many tokens two share at least, unless they are the same.
  static let sharedTokens = 2

  private let weights: JoinWeights
  private let threshold: Double

  package init(
    weights: JoinWeights = .bundled, threshold: Double = SameEvent.standardThreshold
  ) {
    self.weights = weights
    self.threshold = threshold
  }

  /// The candidates that tell the same event, the likeliest first.
  package func matches(_ sketch: EventSketch, among candidates: [EventSketch]) -> [Match] {
    Match.likeliest(for: sketch, among: candidates, from: threshold) { score(sketch, $0) }
  }

  /// How likely two sketches are one event; 0 when something rules it out.
  package func score(_ left: EventSketch, _ right: EventSketch) -> Double {
    guard SameEvent.mayJoin(left, right) else { return 0 }
    // One outlet seldom tells one event twice, but in nearly the same words.
    if left.source != nil, left.source == right.source,
      SharedWords(left, right).cosine < SameEvent.alikeInWords
    {
      return 0
    }
    return weights.probability(JoinEvidence(left, right).values)
  }

  /// Whether nothing rules out that they are one: the days, a denial, a rumour and a fact, the periods
  /// they speak of, other actors, words alone, or that one of them strings many together.
  package static func mayJoin(_ left: EventSketch, _ right: EventSketch) -> Bool {
    guard left.daysApart(right) <= reach, left.polarity == right.polarity,
      areOfOnePeriod(left, right), left.isDigest == right.isDigest,
      left.tokens == right.tokens || left.tokens.shared(right.tokens) >= sharedTokens,
      left.isRumour == right.isRumour, shareTellingToken(left, right)
    else { return false }
    if left.actors.isDisjoint(with: right.actors),
      left.codedActors.isDisjoint(with: right.codedActors)
    {
      return false
    }
    if tellOfOthers(left, right) { return false }
    return shareName(left, right) || SharedWords(left, right).cosine >= alikeInWords
  }

  /// Whether they share a word that tells one event from others, or neither has one: so that those of a
  /// day are found by such words alone.
  static func shareTellingToken(_ left: EventSketch, _ right: EventSketch) -> Bool {
    var (isShared, isTelling) = (false, false)
    left.tokens.forEachShared(right.tokens) { place in
      isShared = true
      isTelling = isTelling || left.isTelling(place)
    }
    return isTelling || isShared && !left.hasTellingToken && !right.hasTellingToken
  }

  /// How alike words are that are enough where no name, amount or number is shared, or within a source.
  private static let alikeInWords = 0.6

  private static func shareName(_ left: EventSketch, _ right: EventSketch) -> Bool {
    left.actors.shared(right.actors) > 0 || left.objects.shared(right.objects) > 0
      || left.capitals.shared(right.capitals) > 0 || left.amounts.shared(right.amounts) > 0
      || left.numbers.shared(right.numbers) > 0
      || left.codedActors.shared(right.codedActors) > 0
      || left.codedObjects.shared(right.codedObjects) > 0
  }

  /// Whether each is about somebody whom no dictionary knows and the other does not name. Where both name
  /// somebody known that settles it alone of who is given money: an investor funds many.
  private static func tellOfOthers(_ left: EventSketch, _ right: EventSketch) -> Bool {
    let isOneLanguage = left.isChinese == right.isChinese
    let (one, other) =
      isOneLanguage
      ? (left.strangers, right.strangers) : (left.latinStrangers, right.latinStrangers)
    guard one.isDisjoint(with: right.tokens), other.isDisjoint(with: left.tokens) else {
      return false
    }
    return left.actors.shared(right.actors) == 0 || left.type == .funding && right.type == .funding
  }

  /// Whether they may speak of one quarter, half or year.
  static func areOfOnePeriod(_ left: EventSketch, _ right: EventSketch) -> Bool {
    left.periods.isEmpty || right.periods.isEmpty || left.periods.shared(right.periods) > 0
  }

  static func reason(_ left: EventSketch, _ right: EventSketch) -> String {
    let parts = [
      (left.tokens.shared(right.tokens), "word"), (left.actors.shared(right.actors), "actor"),
      (left.objects.shared(right.objects), "name"),
      (left.amounts.shared(right.amounts), "amount"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return "shares " + told.joined(separator: ", ")
  }
}

import EventModel

/// Decides whether one sketch tells a later stage of the story of another, such as what became of a
/// rumour: by the two alone.
package struct SameStory: Sendable {
  /// How many days the later stage may come after the earlier.
  package static let reach = 180
  /// The probability from which two are of one story.
  package static let standardThreshold = 0.5

  private let weights: JoinWeights
  private let threshold: Double

  package init(
    weights: JoinWeights = .stories, threshold: Double = SameStory.standardThreshold
  ) {
    self.weights = weights
    self.threshold = threshold
  }

  /// The candidates that tell an earlier or a later stage than a sketch, the likeliest first.
  package func matches(_ sketch: EventSketch, among candidates: [EventSketch]) -> [SameEvent.Match]
  {
    SameEvent.Match.likeliest(for: sketch, among: candidates, from: threshold) {
      max(score($0, before: sketch), score(sketch, before: $0))
    }
  }

  /// How likely the second tells a later stage of what the first tells; 0 when something rules it out,
  /// and of a mere plan, which too much looks like.
  package func score(_ earlier: EventSketch, before later: EventSketch) -> Double {
    guard earlier.isRumour || later.polarity == .denied, SameStory.mayFollow(earlier, later) else {
      return 0
    }
    return weights.probability(JoinEvidence(earlier, later).values)
  }

  /// Whether the first is still to come true or not and the second is further, of the same type, or
  /// denies it; and is no earlier, and has words in common with it beside who acts.
  package static func mayFollow(_ earlier: EventSketch, _ later: EventSketch) -> Bool {
    guard earlier.polarity == .asserted, earlier.stage < later.stage,
      earlier.stage.isPending && earlier.type == later.type || later.polarity == .denied,
      let first = earlier.day, let second = later.day,
      0...reach ~= second.number - first.number
    else { return false }
    let shared = earlier.tokens.shared(later.tokens)
    return shared >= SameEvent.sharedTokens && shared > earlier.actors.shared(later.actors)
      && SameEvent.areOfOnePeriod(earlier, later) && SameEvent.shareTellingToken(earlier, later)
  }
}

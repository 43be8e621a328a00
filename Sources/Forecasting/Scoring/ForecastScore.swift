/// How one forecast law fared once the duration was known.
package struct ForecastScore: Sendable, Equatable {
  /// CRPS of ln duration; lower is better. Infinite for a law without a mean.
  package let crps: Double
  /// −ln density of ln duration.
  package let logScore: Double
  /// P(duration ≤ outcome) by the law.
  package let pit: Double

  package init(_ law: DurationLaw, outcome: Double) {
    crps = law.crps(outcome)
    logScore = law.logScore(outcome)
    pit = law.pit(outcome)
  }

  /// Whether the outcome fell inside the central interval of this probability.
  package func isCovered(_ level: Double) -> Bool {
    (pit - 0.5).magnitude <= level / 2
  }
}

/// How one forecast law fared once the duration was known.
public struct ForecastScore: Sendable, Equatable {
  /// CRPS of ln duration; lower is better. Infinite for a law without a mean.
  public let crps: Double
  /// −ln density of ln duration.
  public let logScore: Double
  /// P(duration ≤ outcome) by the law.
  public let pit: Double

  public init(_ law: DurationLaw, outcome: Double) {
    crps = law.crps(outcome)
    logScore = law.logScore(outcome)
    pit = law.pit(outcome)
  }

  /// Whether the outcome fell inside the central interval of this probability.
  public func isCovered(_ level: Double) -> Bool {
    (pit - 0.5).magnitude <= level / 2
  }
}

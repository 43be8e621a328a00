/// A law given that the current phase has not ended yet.
public struct Conditional: Sendable, Equatable {
  public struct Probability: Sendable, Equatable {
    /// A duration since the phase began.
    public let horizon: Double
    /// P(the phase has ended by then), 0 for a horizon already passed.
    public let probability: Double
  }

  public let elapsed: Double
  public let law: DurationLaw
  /// Of the whole duration, not of what remains.
  public let median: Double
  public let intervals: Intervals
  public let pBy: [Probability]

  /// - Throws: `.elapsedBeyondLaw` when the law gives so long a phase no chance at all.
  public init(
    _ law: DurationLaw, elapsed: Double, horizons: [Double]
  ) throws(Refusal) {
    guard law.survival(elapsed) > 1e-290 else { throw .elapsedBeyondLaw(elapsed) }
    let conditional = law.given(elapsed: elapsed)
    self.elapsed = elapsed
    self.law = conditional
    median = conditional.median
    intervals = conditional.intervals
    pBy = horizons.map { Probability(horizon: $0, probability: conditional.cdf($0)) }
  }
}

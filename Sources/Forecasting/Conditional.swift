/// A law given that the current phase has not ended yet.
package struct Conditional: Sendable, Equatable {
  package struct Probability: Sendable, Equatable {
    /// A duration since the phase began.
    package let horizon: Double
    /// P(the phase has ended by then), 0 for a horizon already passed.
    package let probability: Double
  }

  package let elapsed: Double
  package let law: DurationLaw
  /// Of the whole duration, not of what remains.
  package let median: Double
  package let intervals: Intervals
  package let pBy: [Probability]

  /// - Throws: `.elapsedBeyondLaw` when the law gives so long a phase no chance at all.
  package init(
    _ law: DurationLaw, elapsed: Double, horizons: [Double]
  ) throws(FigureRefusal) {
    guard law.survival(elapsed) > 1e-290 else { throw .elapsedBeyondLaw(elapsed) }
    let conditional = law.given(elapsed: elapsed)
    self.elapsed = elapsed
    self.law = conditional
    median = conditional.median
    intervals = conditional.intervals
    pBy = horizons.map { Probability(horizon: $0, probability: conditional.cdf($0)) }
  }
}

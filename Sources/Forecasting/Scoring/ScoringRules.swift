/// Proper scoring rules besides those of a law (`DurationLaw.crps`, `.logScore`).
package enum ScoringRules {
  /// The interval score of a central interval of probability 1 − `alpha` (Gneiting and Raftery
  /// 2007, eq. 43): its width, plus 2/α times the distance by which the outcome misses it.
  package static func interval(
    _ interval: ClosedRange<Double>, alpha: Double, outcome: Double
  ) -> Double {
    let below = max(interval.lowerBound - outcome, 0)
    let above = max(outcome - interval.upperBound, 0)
    return interval.upperBound - interval.lowerBound + 2 / alpha * (below + above)
  }

  /// (p − outcome)², outcome 1 or 0 (Brier 1950).
  package static func brier(_ p: Double, happened: Bool) -> Double {
    let miss = p - (happened ? 1 : 0)
    return miss * miss
  }

  /// Metaculus' baseline score of a binary forecast, 100·(1 + log₂ p) of what happened.
  package static func baseline(probabilityOfOutcome p: Double) -> Double {
    100 * (1 + log(p) / log(2))
  }

  /// The CRPS of an ensemble, mean |xᵢ − y| − ½ mean |xᵢ − xⱼ|; `fair` divides the second mean by
  /// n(n−1) instead of n² (Ferro 2014). Nil for an empty ensemble, or a fair one of one member.
  package static func crps(ensemble: [Double], outcome: Double, fair: Bool) -> Double? {
    let n = Double(ensemble.count)
    let pairs = fair ? n * (n - 1) : n * n
    guard pairs > 0 else { return nil }
    let miss = ensemble.reduce(0) { $0 + ($1 - outcome).magnitude } / n
    var spread = 0.0
    for (i, x) in ensemble.sorted().enumerated() { spread += x * (2 * Double(i) - n + 1) }
    return miss - spread / pairs
  }
}

/// The reference-class forecast of rounded lengths: the true length lies anywhere in its box.
///
/// Every choice of lengths inside the boxes has a marginal likelihood and a Student-t prediction;
/// the law is their average, taken over points spread evenly through the boxes on the log scale
/// (the R-sequence of Roberts 2018, quasi-Monte Carlo). Deterministic.
package struct RoundedLikelihood: Sendable, Equatable {
  /// One component a point and prior; for its quantiles, not for a ledger.
  package let law: DurationLaw

  /// - Parameter priors: the models averaged, by marginal likelihood from even odds.
  /// - Throws: as `RoundingEnvelope.init` for boxes; `.noDurations`.
  package init(
    _ durations: [StatedDuration], priors: [NormalInverseGammaPrior], ahead: Int = 1,
    points: Int = 64
  ) throws(Refusal) {
    guard !durations.isEmpty else { throw .noDurations }
    if let zero = durations.firstIndex(where: { $0.box.lowerBound <= 0 }) {
      throw .boxReachesZero(position: zero + 1)
    }
    let low = durations.map { log($0.box.lowerBound) }
    let width = durations.map { log($0.box.upperBound) - log($0.box.lowerBound) }
    let steps = Self.steps(dimensions: durations.count)
    let posteriors = (0..<points).flatMap { point in
      let logs = durations.indices.map { i in
        let position = 0.5 + Double(point + 1) * steps[i]
        return low[i] + width[i] * (position - position.rounded(.down))
      }
      let moments = LogMoments(logs: logs)
      return priors.map { NormalInverseGammaPosterior($0, moments) }
    }
    let best = posteriors.map(\.logMarginal).max() ?? 0
    let evidence = posteriors.map { exp($0.logMarginal - best) }
    let total = evidence.reduce(0, +)
    law = DurationLaw(
      components: zip(posteriors, evidence).map { posterior, evidence in
        DurationLaw.Component(weight: evidence / total, t: posterior.predictive(ahead: ahead))
      })
  }

  /// The powers of 1/φ, φ the root of x^(d+1) = x + 1.
  private static func steps(dimensions: Int) -> [Double] {
    var root = 2.0
    for _ in 0..<64 { root = pow(1 + root, 1 / Double(dimensions + 1)) }
    return (1...dimensions).map { pow(root, -Double($0)) }
  }
}

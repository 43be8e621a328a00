/// Bayesian online change-point detection (Adams and MacKay 2007) of a normal series with unknown
/// mean and variance: how long the current regime has lasted, after each observation. Time and
/// memory grow with the square of the series' length.
package struct RunLengths: Sendable, Equatable {
  /// The conjugate prior of a regime: mean m₀ with weight κ₀, precision ~ Gamma(α₀, rate β₀).
  package struct Prior: Sendable, Equatable {
    package let mean: Double
    package let weight: Double
    package let shape: Double
    package let rate: Double

    package init(mean: Double, weight: Double, shape: Double, rate: Double) {
      self.mean = mean
      self.weight = weight
      self.shape = shape
      self.rate = rate
    }
  }

  /// posterior[t][r] is the probability, after observation t, that r observations belong to the
  /// current regime; 0 means a change right after it.
  package let posterior: [[Double]]
  /// ln of the probability density of the whole series.
  package let logEvidence: Double

  /// - Parameter hazard: the probability of a change after any observation, 0 < hazard < 1.
  package init(_ series: [Double], hazard: Double, prior: Prior) {
    var regimes = [prior]
    var mass = [1.0]
    var posterior: [[Double]] = []
    var evidence = 0.0
    for y in series {
      let joint = zip(mass, regimes).map { $0 * exp(-$1.predictive.logScore(y)) }
      let total = joint.reduce(0, +)
      evidence += log(total)
      mass = [hazard] + joint.map { $0 * (1 - hazard) / total }
      regimes = [prior] + regimes.map { $0.updated(y) }
      posterior.append(mass)
    }
    self.posterior = posterior
    logEvidence = evidence
  }
}

extension RunLengths.Prior {
  /// The law of the next observation of the regime.
  var predictive: StudentT {
    let variance = rate * (weight + 1) / (shape * weight)
    return StudentT(mu: mean, scale: variance.squareRoot(), df: 2 * shape)
  }

  func updated(_ y: Double) -> RunLengths.Prior {
    RunLengths.Prior(
      mean: (weight * mean + y) / (weight + 1), weight: weight + 1, shape: shape + 0.5,
      rate: rate + weight * (y - mean) * (y - mean) / (2 * (weight + 1)))
  }
}

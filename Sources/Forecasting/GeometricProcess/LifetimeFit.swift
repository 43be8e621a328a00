import CBoostMath

/// A lifetime law fitted to independent durations, given as logs, by maximum likelihood.
package struct LifetimeFit: Sendable, Equatable {
  /// Gamma's and Weibull's shape, lognormal's σ; 1 for the exponential.
  package let shape: Double
  /// The exponential's mean, gamma's and Weibull's scale, lognormal's e^μ.
  package let scale: Double
  package let logLikelihood: Double

  init(_ lifetime: GeometricProcessMLE.Lifetime, logs: [Double]) {
    let n = Double(logs.count)
    let mean = logs.reduce(0, +) / n
    let unit = logs.max()!
    /// ln of the mean of y^k.
    func logMoment(_ k: Double) -> Double {
      k * unit + log(logs.reduce(0) { $0 + exp(k * ($1 - unit)) } / n)
    }
    switch lifetime {
    case .exponential:
      shape = 1
      scale = exp(logMoment(1))
      logLikelihood = -n * (logMoment(1) + 1)
    case .lognormal:
      let variance = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
      shape = variance.squareRoot()
      scale = exp(mean)
      logLikelihood = -n / 2 * (log(2 * .pi * variance) + 1) - n * mean
    case .gamma:
      let logMean = logMoment(1)
      let k = Self.root { log($0) - annals_digamma($0) - (logMean - mean) }
      shape = k
      scale = exp(logMean - log(k))
      logLikelihood =
        n * ((k - 1) * mean - k - annals_lgamma(k) - k * (logMean - log(k)))
    case .weibull:
      let k = Self.root { k in
        let total = logs.reduce(0) { $0 + exp(k * ($1 - unit)) }
        let weighted = logs.reduce(0) { $0 + exp(k * ($1 - unit)) * $1 }
        return 1 / k + mean - weighted / total
      }
      shape = k
      scale = exp(logMoment(k) / k)
      logLikelihood = n * (log(k) + (k - 1) * mean - logMoment(k) - 1)
    }
  }

  /// The root of a falling function of a shape between 1e-6 and 1e12, by bisection on its log.
  private static func root(_ f: (Double) -> Double) -> Double {
    var low = log(1e-6)
    var high = log(1e12)
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return exp(middle) }
      if f(exp(middle)) > 0 { low = middle } else { high = middle }
    }
  }
}

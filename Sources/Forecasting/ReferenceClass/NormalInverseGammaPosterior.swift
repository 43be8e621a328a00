import CBoostMath

/// What a prior and n ≥ 1 durations say together; every answer is in closed form
/// (Gelman et al., Bayesian Data Analysis, ch. 14; formulas with a flat level in `posterior`).
package struct NormalInverseGammaPosterior: Sendable, Equatable {
  package let count: Int
  package let meanLog: Double
  /// bn, the posterior mean of the slope; 0 in the no-trend model.
  package let slope: Double
  /// κn; nil in the no-trend model.
  package let slopePrecision: Double?
  /// νn = ν0 + n − 1.
  package let df: Double
  /// s²n.
  package let variance: Double
  /// ln of the marginal likelihood of the durations (up to the flat level's constant).
  package let logMarginal: Double

  init(_ prior: NormalInverseGammaPrior, _ data: LogMoments) {
    let n = Double(data.count)
    count = data.count
    meanLog = data.mean
    df = prior.df + n - 1
    var squares = prior.df * prior.variance
    var shrinkage = 0.0
    if let b = prior.slope {
      let precision = data.sxx + b.precision
      slope = (data.sxx * data.slope + b.precision * b.mean) / precision
      slopePrecision = precision
      let off = data.slope - b.mean
      squares += data.sse + data.sxx * b.precision / precision * off * off
      shrinkage = 0.5 * log(b.precision / precision)
    } else {
      slope = 0
      slopePrecision = nil
      squares += data.sse + data.sxx * data.slope * data.slope
    }
    variance = squares / df
    logMarginal =
      -(n - 1) / 2 * log(2 * .pi) - 0.5 * log(n) + shrinkage
      + prior.df / 2 * log(prior.df * prior.variance / 2) - df / 2 * log(squares / 2)
      + annals_lgamma(df / 2) - annals_lgamma(prior.df / 2)
  }

  /// The law of ln duration of the phase `ahead` after the last completed one.
  package func predictive(ahead: Int = 1) -> StudentT {
    let n = Double(count)
    let distance = n + Double(ahead) - (n + 1) / 2
    var spread = 1 + 1 / n
    if let slopePrecision { spread += distance * distance / slopePrecision }
    return StudentT(
      mu: meanLog + slope * distance, scale: (variance * spread).squareRoot(), df: df)
  }

  /// P(slope < 0), the probability that phases get shorter; 0 in the no-trend model.
  package var probabilityOfAcceleration: Double {
    guard let slopePrecision else { return 0 }
    return annals_t_cdf(df, -slope / (variance / slopePrecision).squareRoot())
  }
}

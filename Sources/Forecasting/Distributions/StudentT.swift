import CBoostMath

/// Student's t distribution with location `mu` and `scale`, `df` > 0 degrees of freedom.
package struct StudentT: Sendable, Equatable {
  package let mu: Double
  package let scale: Double
  package let df: Double

  package init(mu: Double, scale: Double, df: Double) {
    self.mu = mu
    self.scale = scale
    self.df = df
  }

  package func cdf(_ x: Double) -> Double { annals_t_cdf(df, (x - mu) / scale) }

  /// P(X > x), without the cancellation of `1 - cdf(x)`.
  package func survival(_ x: Double) -> Double { annals_t_cdf(df, (mu - x) / scale) }

  package func density(_ x: Double) -> Double { annals_t_pdf(df, (x - mu) / scale) / scale }

  /// The value with probability `p` below it, 0 < p < 1.
  package func quantile(_ p: Double) -> Double { mu + scale * annals_t_quantile(df, p) }

  /// The value with probability `q` above it, 0 < q < 1.
  package func upperQuantile(_ q: Double) -> Double { mu - scale * annals_t_quantile(df, q) }
}

extension StudentT {
  /// E|X − x|, for df > 1.
  func meanDistance(to x: Double) -> Double {
    let z = (x - mu) / scale
    if df == .infinity {
      return scale * (z * (2 * annals_normal_cdf(z) - 1) + 2 * annals_t_pdf(df, z))
    }
    return scale
      * (z * (2 * annals_t_cdf(df, z) - 1) + 2 * annals_t_pdf(df, z) * (df + z * z) / (df - 1))
  }

  /// E|X − X′| of two independent draws, for df > 1.
  var meanDifference: Double {
    if df == .infinity { return scale * 2 / Double.pi.squareRoot() }
    let ratio = annals_lbeta(0.5, df - 0.5) - 2 * annals_lbeta(0.5, df / 2)
    return scale * 4 * df.squareRoot() / (df - 1) * exp(ratio)
  }

  /// The continuous ranked probability score of an outcome, E|X − y| − ½E|X − X′|, in closed form
  /// (Jordan, Krüger and Lerch 2019, Journal of Statistical Software 90(12)); infinite for df ≤ 1.
  package func crps(_ outcome: Double) -> Double {
    df > 1 ? meanDistance(to: outcome) - meanDifference / 2 : .infinity
  }

  /// −ln density at the outcome.
  package func logScore(_ outcome: Double) -> Double { -log(density(outcome)) }
}

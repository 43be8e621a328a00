import CBoostMath

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
  public func crps(_ outcome: Double) -> Double {
    df > 1 ? meanDistance(to: outcome) - meanDifference / 2 : .infinity
  }

  /// −ln density at the outcome.
  public func logScore(_ outcome: Double) -> Double { -log(density(outcome)) }
}

import CBoostMath

/// Student's t distribution with location `mu` and `scale`, `df` > 0 degrees of freedom.
public struct StudentT: Sendable, Equatable {
  public let mu: Double
  public let scale: Double
  public let df: Double

  public init(mu: Double, scale: Double, df: Double) {
    self.mu = mu
    self.scale = scale
    self.df = df
  }

  public func cdf(_ x: Double) -> Double { annals_t_cdf(df, (x - mu) / scale) }

  /// P(X > x), without the cancellation of `1 - cdf(x)`.
  public func survival(_ x: Double) -> Double { annals_t_cdf(df, (mu - x) / scale) }

  public func density(_ x: Double) -> Double { annals_t_pdf(df, (x - mu) / scale) / scale }

  /// The value with probability `p` below it, 0 < p < 1.
  public func quantile(_ p: Double) -> Double { mu + scale * annals_t_quantile(df, p) }

  /// The value with probability `q` above it, 0 < q < 1.
  public func upperQuantile(_ q: Double) -> Double { mu - scale * annals_t_quantile(df, q) }
}

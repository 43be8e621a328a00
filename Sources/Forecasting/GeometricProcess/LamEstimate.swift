/// Lam's nonparametric estimates of a geometric process (Lam 1992): the ratio by least squares on
/// logs, then mean and variance of the de-trended durations a^(i−1)·Xᵢ.
package struct LamEstimate: Sendable, Equatable {
  /// ln a = 6/((n−1)n(n+1))·Σ(n − 2i + 1) ln xᵢ.
  package let ratio: Double
  /// λ, the mean of the de-trended durations.
  package let mean: Double
  /// Their sample variance.
  package let variance: Double
  /// Mean squared error of the fitted durations λ·a^−(i−1).
  package let meanSquaredError: Double
  /// The largest relative error of a fitted partial sum.
  package let maximumPercentageError: Double

  /// - Throws: `.tooFew` below two durations.
  package init(_ durations: [Double]) throws(Refusal) {
    let slope = try LogLinearFit(logs: durations.map(log)).slope
    let n = Double(durations.count)
    let factors = durations.indices.map { exp(-slope * Double($0)) }
    let detrended = zip(durations, factors).map { $0 * $1 }
    let mean = detrended.reduce(0, +) / n
    let fitted = factors.map { mean / $0 }
    ratio = exp(-slope)
    self.mean = mean
    variance = detrended.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    meanSquaredError = zip(durations, fitted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / n
    var sum = 0.0
    var fittedSum = 0.0
    var worst = 0.0
    for (x, y) in zip(durations, fitted) {
      sum += x
      fittedSum += y
      worst = max(worst, (sum - fittedSum).magnitude / sum)
    }
    maximumPercentageError = worst
  }
}

/// The least-squares line of y on x.
struct LeastSquares: Sendable, Equatable {
  let count: Int
  let meanX: Double
  let meanY: Double
  let slope: Double
  /// Σ(x − x̄)².
  let sxx: Double
  /// Σ(y − ȳ)².
  let syy: Double
  /// Squared residuals.
  let sse: Double

  /// Nil without two distinct x.
  init?(x: [Double], y: [Double]) {
    let n = Double(x.count)
    let centerX = x.reduce(0, +) / n
    let centerY = y.reduce(0, +) / n
    var xx = 0.0
    var xy = 0.0
    var yy = 0.0
    for (x, y) in zip(x, y) {
      xx += (x - centerX) * (x - centerX)
      xy += (x - centerX) * (y - centerY)
      yy += (y - centerY) * (y - centerY)
    }
    guard xx > 0 else { return nil }
    let slope = xy / xx
    count = x.count
    meanX = centerX
    meanY = centerY
    self.slope = slope
    sxx = xx
    syy = yy
    sse = zip(x, y).reduce(0) { sum, point in
      let residual = point.1 - centerY - slope * (point.0 - centerX)
      return sum + residual * residual
    }
  }

  var residualVariance: Double { sse / Double(count - 2) }
  var r2: Double { syy > 0 ? 1 - sse / syy : 1 }
}

/// A Poisson process with rate exp(α₀ + α₁t), by maximum likelihood (Cox and Lewis 1966).
package struct CoxLewisProcess: Sendable, Equatable {
  package let end: Double
  package let alpha0: Double
  package let alpha1: Double
  package let logLikelihood: Double

  /// - Throws: `.tooFew` below two events, `.fitDiverged` when all lie on one end.
  package init(_ events: EventTimes) throws(Refusal) {
    let times = events.times
    guard times.count >= 2 else { throw .tooFew(count: times.count, needed: 2) }
    let n = Double(times.count)
    end = events.end
    let mean = times.reduce(0) { $0 + $1 / events.end } / n
    let u = try Self.exponent(mean: mean)
    alpha1 = u / end
    alpha0 = log(n / end) - Self.logMeanExp(u)
    logLikelihood = n * alpha0 + u * mean * n - n
  }

  package func intensity(at time: Double) -> Double { exp(alpha0 + alpha1 * time) }

  /// u = α₁T, where the mean of exp(ux)-weighted x on (0, 1), 1/(1 − e^−u) − 1/u, meets the
  /// events' mean; it grows with u.
  private static func exponent(mean: Double) throws(Refusal) -> Double {
    var low = -2_000.0
    var high = 2_000.0
    guard weightedMean(low) < mean, mean < weightedMean(high) else { throw .fitDiverged }
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if weightedMean(middle) < mean { low = middle } else { high = middle }
    }
  }

  private static func weightedMean(_ u: Double) -> Double {
    if u.magnitude < 1e-3 { return 0.5 + u / 12 - u * u * u / 720 }
    return 1 / (1 - exp(-u)) - 1 / u
  }

  /// ln((e^u − 1)/u), the log of the mean of exp(ux) on (0, 1).
  private static func logMeanExp(_ u: Double) -> Double {
    if u.magnitude < 1e-3 { return u / 2 + u * u / 24 }
    return u > 0 ? u + log((1 - exp(-u)) / u) : log((exp(u) - 1) / u)
  }
}

import CBoostMath

/// The Crow–AMSAA model: a Poisson process with rate λβt^(β−1), by maximum likelihood
/// (Crow 1974; MIL-HDBK-189): β = n/Σ ln(T/tᵢ), λ = n/T^β. β > 1: events come ever faster.
package struct PowerLawProcess: Sendable, Equatable {
  package let count: Int
  /// How many systems were observed side by side.
  package let systems: Int
  package let end: Double
  package let beta: Double
  package let lambda: Double
  package let logLikelihood: Double
  /// Degrees of freedom of the exact pivot 2nβ/β̂ ~ χ².
  package let df: Double

  /// - Throws: `.tooFew` below two events, `.beyondNumbers`.
  package init(_ events: EventTimes) throws(Refusal) {
    try self.init([events])
  }

  /// Several systems alike, observed over the same time.
  package init(_ systems: [EventTimes]) throws(Refusal) {
    let times = systems.flatMap(\.times)
    guard times.count >= 2, let end = systems.map(\.end).max() else {
      throw .tooFew(count: times.count, needed: 2)
    }
    let n = Double(times.count)
    let sum = times.reduce(0) { $0 + log(end / $1) }
    guard sum > 0, sum.isFinite else { throw .fitDiverged }
    count = times.count
    self.systems = systems.count
    self.end = end
    beta = n / sum
    lambda = exp(log(n / Double(systems.count)) - beta * log(end))
    let sumLogs = times.reduce(0) { $0 + log($1) }
    logLikelihood =
      n * (log(beta) + log(n / Double(systems.count)) - beta * log(end)) + (beta - 1) * sumLogs - n
    df = 2 * (n - (systems.contains { $0.truncation == .failure } ? 1 : 0))
  }

  /// β with its bias taken out: (n−1)/n of it when time truncated, (n−2)/n when failure truncated.
  package var unbiasedBeta: Double { beta * (df - 2) / (2 * Double(count)) }

  /// The mean number of events by `time` in one system.
  package func expectedCount(by time: Double) -> Double { lambda * pow(time, beta) }

  /// The rate at `time`; its inverse is the instantaneous mean time between events.
  package func intensity(at time: Double) -> Double { lambda * beta * pow(time, beta - 1) }

  /// When the cumulative mean time between events, t/E[N(t)], reaches `value`.
  package func timeToCumulativeMean(_ value: Double) -> Double {
    pow(lambda * value, 1 / (1 - beta))
  }

  /// The exact confidence interval of β from the χ² pivot.
  package func betaInterval(level: Double) -> ClosedRange<Double> {
    let tail = (1 - level) / 2
    let scale = beta / (2 * Double(count))
    return scale * annals_chi2_quantile(df, tail)...scale * annals_chi2_quantile(df, 1 - tail)
  }

  /// Crow's bounds, β·n·χ²/(2(n−1)(n−2)), as reliability software prints them.
  package func crowBetaInterval(level: Double) -> ClosedRange<Double> {
    let n = Double(count)
    let scale = beta * n / (2 * (n - 1) * (n - 2))
    let tail = (1 - level) / 2
    return scale * annals_chi2_quantile(df, tail)...scale * annals_chi2_quantile(df, 1 - tail)
  }

  /// Bounds of β from Fisher's information, β·exp(±z/√n), each one-sided at `level`.
  package func fisherBetaInterval(oneSided level: Double) -> ClosedRange<Double> {
    around(beta, 1, level)
  }

  /// Bounds of λ from Fisher's information, each one-sided at `level`.
  package func fisherLambdaInterval(oneSided level: Double) -> ClosedRange<Double> {
    let growth = beta * log(end)
    return around(lambda, (1 + growth * growth).squareRoot(), level)
  }

  private func around(_ value: Double, _ factor: Double, _ level: Double) -> ClosedRange<Double> {
    let half = annals_normal_quantile(level) * factor / Double(count).squareRoot()
    return value * exp(-half)...value * exp(half)
  }
}

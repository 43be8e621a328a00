/// A geometric process by maximum likelihood: the de-trended durations Yᵢ = a^(i−1)·Xᵢ follow a
/// lifetime law, and the likelihood, with the Jacobian ln a·Σ(i−1), is profiled over ln a
/// (Lam, Zhu, Chan and Liu 2004).
package struct GeometricProcessMLE: Sendable, Equatable {
  package enum Lifetime: String, Sendable, CaseIterable {
    case exponential, lognormal, gamma, weibull

    /// Parameters of the process, a included.
    package var parameters: Int { self == .exponential ? 2 : 3 }
  }

  package let lifetime: Lifetime
  package let ratio: Double
  package let lifetimeFit: LifetimeFit
  package let logLikelihood: Double

  /// - Throws: `.tooFew` below three durations, `.fitDiverged` when the durations lie on a law.
  package init(_ lifetime: Lifetime, durations: [Double]) throws(Refusal) {
    guard durations.count >= 3 else { throw .tooFew(count: durations.count, needed: 3) }
    let logs = durations.map(log)
    let start = try LogLinearFit(logs: logs)
    _ = try start.law()
    func fit(_ logRatio: Double) -> LifetimeFit {
      LifetimeFit(lifetime, logs: logs.enumerated().map { $1 + logRatio * Double($0) })
    }
    func logLikelihood(_ logRatio: Double) -> Double {
      let n = Double(durations.count)
      return fit(logRatio).logLikelihood + logRatio * n * (n - 1) / 2
    }
    let best =
      lifetime == .lognormal
      ? -start.slope
      : NelderMead(step: 0.05, tolerance: 1e-13).minimum(from: [-start.slope]) {
        -logLikelihood($0[0])
      }.point[0]
    self.lifetime = lifetime
    ratio = exp(best)
    lifetimeFit = fit(best)
    self.logLikelihood = logLikelihood(best)
    guard self.logLikelihood.isFinite else { throw .fitDiverged }
  }
}

import CBoostMath

/// One change of rate in a series of counts, exactly: Poisson counts with Gamma(1, 1) rates before
/// and after, every place of the change equally likely beforehand (Raftery and Akman 1986).
package struct PoissonChangePoint: Sendable, Equatable {
  /// posterior[k − 1] is the probability that the first regime has k counts, 1 ≤ k < n.
  package let posterior: [Double]
  /// The most probable length of the first regime.
  package let mode: Int
  package let median: Int
  /// The central 95 % of the first regime's length.
  package let interval: ClosedRange<Int>
  /// Posterior mean rates when the change is at `mode`.
  package let rateBefore: Double
  package let rateAfter: Double

  /// - Throws: `.tooFew` below two counts, `.badCounts` for a negative one.
  package init(_ counts: [Int]) throws(FigureRefusal) {
    guard counts.count >= 2 else { throw .tooFew(count: counts.count, needed: 2) }
    guard counts.allSatisfy({ $0 >= 0 }) else { throw .badCounts }
    let total = counts.reduce(0, +)
    var before = 0
    let logs = (1..<counts.count).map { k in
      before += counts[k - 1]
      return Self.logMarginal(before, k) + Self.logMarginal(total - before, counts.count - k)
    }
    let best = logs.max()!
    let weights = logs.map { exp($0 - best) }
    let sum = weights.reduce(0, +)
    let posterior = weights.map { $0 / sum }
    self.posterior = posterior
    let mode = logs.firstIndex(of: best)! + 1
    self.mode = mode
    func quantile(_ p: Double) -> Int {
      var below = 0.0
      for (i, mass) in posterior.enumerated() {
        below += mass
        if below >= p { return i + 1 }
      }
      return posterior.count
    }
    median = quantile(0.5)
    interval = quantile(0.025)...quantile(0.975)
    let first = counts[..<mode].reduce(0, +)
    rateBefore = Double(first + 1) / Double(mode + 1)
    rateAfter = Double(total - first + 1) / Double(counts.count - mode + 1)
  }

  /// ln Γ(S + 1)/(n + 1)^(S + 1), the counts' factorials left out.
  private static func logMarginal(_ sum: Int, _ count: Int) -> Double {
    annals_lgamma(Double(sum + 1)) - Double(sum + 1) * log(Double(count + 1))
  }
}

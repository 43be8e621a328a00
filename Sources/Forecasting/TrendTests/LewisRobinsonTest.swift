import CBoostMath

/// Lewis and Robinson's test (1974): Laplace's statistic divided by the coefficient of variation
/// of the gaps (sample sd with n − 1), so that any renewal process counts as "no trend".
package struct LewisRobinsonTest: Sendable, Equatable {
  package let statistic: Double
  /// Two-sided.
  package let p: Double

  /// - Throws: `.tooFew` below two events, `.zeroResidual` when all gaps are equal.
  package init(_ events: EventTimes) throws(FigureRefusal) {
    let laplace = try LaplaceTest(events)
    let gaps = events.gaps
    guard gaps.count >= 2 else { throw .tooFew(count: gaps.count, needed: 2) }
    let n = Double(gaps.count)
    let mean = gaps.reduce(0, +) / n
    let variance = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    let variation = variance.squareRoot() / mean
    guard variation > 1e-12 else { throw .zeroResidual }
    statistic = laplace.statistic / variation
    p = 2 * annals_normal_cdf(-statistic.magnitude)
  }
}

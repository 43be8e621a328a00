import CBoostMath

/// Laplace's test of a homogeneous Poisson process against a trend in its rate (Cox and Lewis
/// 1966): U = (mean of the event times − T/2)/(T/√(12n)), standard normal without a trend;
/// positive when events come ever faster.
package struct LaplaceTest: Sendable, Equatable {
  package let statistic: Double
  /// Two-sided.
  package let p: Double

  /// - Throws: `.tooFew` without an event inside the interval.
  package init(_ events: EventTimes) throws(FigureRefusal) {
    let inside = events.interior
    guard !inside.isEmpty else { throw .tooFew(count: events.times.count, needed: 2) }
    let n = Double(inside.count)
    let mean = inside.reduce(0) { $0 + $1 / events.end } / n
    statistic = (mean - 0.5) * (12 * n).squareRoot()
    p = 2 * annals_normal_cdf(-statistic.magnitude)
  }
}

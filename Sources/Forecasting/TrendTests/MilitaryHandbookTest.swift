import CBoostMath

/// The MIL-HDBK-189 test of a homogeneous Poisson process against a power law: 2Σ ln(T/tᵢ) is χ²
/// with two degrees of freedom an event; small when events come ever faster.
package struct MilitaryHandbookTest: Sendable, Equatable {
  package let statistic: Double
  package let df: Double
  /// Two-sided.
  package let p: Double

  /// - Throws: `.tooFew` without an event inside the interval, `.beyondNumbers`.
  package init(_ events: EventTimes) throws(FigureRefusal) {
    let inside = events.interior
    guard !inside.isEmpty else { throw .tooFew(count: events.times.count, needed: 2) }
    statistic = inside.reduce(0) { $0 + 2 * log(events.end / $1) }
    guard statistic.isFinite else { throw .beyondNumbers }
    df = 2 * Double(inside.count)
    p = min(1, 2 * min(annals_chi2_cdf(df, statistic), annals_chi2_sf(df, statistic)))
  }
}

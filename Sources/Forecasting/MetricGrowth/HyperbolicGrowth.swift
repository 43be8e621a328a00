/// Hyperbolic acceleration towards a singularity, as von Foerster (1960) fitted to population and
/// Korotayev (2018) to milestones: the rate of events, 1/(tᵢ₊₁ − tᵢ), against t₀ − tᵢ on log axes,
/// rate = C/(t₀ − t)^exponent, with t₀ where the line fits best.
package struct HyperbolicGrowth: Sendable, Equatable {
  package let count: Int
  /// The fitted date of infinite rate, on a grid of half units.
  package let singularity: Double
  package let exponent: Double
  package let constant: Double
  package let r2: Double
  /// t₀ with n·ln(RSS/RSSmin) ≤ 3.84, the 95 % likelihood interval.
  package let interval: ClosedRange<Double>

  /// - Parameters:
  ///   - dates: increasing dates of the milestones.
  ///   - searched: the t₀ considered.
  /// - Throws: `.tooFew` below four dates, `.fitDiverged` without a fit in the searched range.
  package init(dates: [Double], searched: ClosedRange<Double>) throws(Refusal) {
    guard dates.count >= 4, let last = dates.last else {
      throw .tooFew(count: dates.count, needed: 4)
    }
    let rates = zip(dates.dropFirst(), dates).map { -log($0 - $1) }
    var fits: [(t0: Double, line: LeastSquares)] = []
    for t0 in stride(from: searched.lowerBound, through: searched.upperBound, by: 0.5)
    where t0 > last {
      let x = dates.dropLast().map { log(t0 - $0) }
      if let line = LeastSquares(x: x, y: rates), line.sse.isFinite { fits.append((t0, line)) }
    }
    guard let best = fits.min(by: { $0.line.sse < $1.line.sse }) else { throw .fitDiverged }
    count = rates.count
    singularity = best.t0
    exponent = -best.line.slope
    constant = exp(best.line.intercept)
    r2 = best.line.r2
    let n = Double(count)
    let likely = fits.filter { n * log($0.line.sse / best.line.sse) <= 3.84 }
    interval = likely[0].t0...likely[likely.count - 1].t0
  }
}

/// How often central intervals held: the figure to print beside the nominal one, since "80 %" is a
/// promise.
package struct MeasuredCoverage: Sendable, Equatable {
  package let forecasts: Int
  /// Shares of the outcomes; NaN without forecasts.
  package let fifty: Double
  package let eighty: Double
  package let ninetyFive: Double

  /// - Parameter pits: P(outcome or less) by each forecast's law.
  init(_ pits: [Double]) {
    func share(_ level: Double) -> Double {
      Double(pits.count { ($0 - 0.5).magnitude <= level / 2 }) / Double(pits.count)
    }
    forecasts = pits.count
    (fifty, eighty, ninetyFive) = (share(0.5), share(0.8), share(0.95))
  }

  init(forecasts: Int, fifty: Int, eighty: Int, ninetyFive: Int) {
    let count = Double(forecasts)
    self.forecasts = forecasts
    self.fifty = Double(fifty) / count
    self.eighty = Double(eighty) / count
    self.ninetyFive = Double(ninetyFive) / count
  }

  /// What `Backtest()` measures of the average, kept as numbers so that a forecast need not wait.
  package static let phases = MeasuredCoverage(
    forecasts: 86, fifty: 51, eighty: 71, ninetyFive: 82)

  /// What `Backtest()` measures of the reference class's own average.
  package static let phasesByClass = MeasuredCoverage(
    forecasts: 86, fifty: 48, eighty: 72, ninetyFive: 82)

  /// The average on the release days of 167 software products (endoflife.date, 2026-08).
  package static let releases = MeasuredCoverage(
    forecasts: 1483, fifty: 880, eighty: 1248, ninetyFive: 1416)

  /// One sentence for people.
  package var sentence: String {
    "of \(forecasts) forecasts of this kind the 50, 80 and 95 % intervals held "
      + "\(percent(fifty)), \(percent(eighty)) and \(percent(ninetyFive)) %"
  }

  private func percent(_ share: Double) -> Int { Int((100 * share).rounded()) }
}

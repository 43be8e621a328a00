/// How often the average's central intervals held in the strict backtest: the figure to print
/// beside the nominal one, since "80 %" is a promise.
package struct MeasuredCoverage: Sendable, Equatable {
  package let forecasts: Int
  package let fifty: Double
  package let eighty: Double
  package let ninetyFive: Double

  /// What `Backtest()` measures, kept as numbers so that a forecast need not wait for it.
  package static let embedded = MeasuredCoverage(
    forecasts: 86, fifty: 48.0 / 86, eighty: 72.0 / 86, ninetyFive: 82.0 / 86)

  /// One sentence for people.
  package var sentence: String {
    "in the backtest of \(forecasts) forecasts the 50, 80 and 95 % intervals held "
      + "\(percent(fifty)), \(percent(eighty)) and \(percent(ninetyFive)) % of the outcomes"
  }

  private func percent(_ share: Double) -> Int { Int((100 * share).rounded()) }
}

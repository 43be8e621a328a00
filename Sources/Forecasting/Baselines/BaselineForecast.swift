/// A forecast simple enough that any other must beat it.
package struct BaselineForecast: Sendable, Equatable {
  package let median: Double
  package let intervals: Intervals

  init(quantile: (Double) -> Double) {
    median = quantile(0.5)
    intervals = Intervals(quantile: quantile)
  }

  init(_ law: DurationLaw) {
    self.init(quantile: law.quantile)
  }
}

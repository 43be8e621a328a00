/// A forecast simple enough that any other must beat it.
public struct BaselineForecast: Sendable, Equatable {
  public let median: Double
  public let intervals: Intervals

  init(quantile: (Double) -> Double) {
    median = quantile(0.5)
    intervals = Intervals(quantile: quantile)
  }

  init(_ law: DurationLaw) {
    self.init(quantile: law.quantile)
  }
}

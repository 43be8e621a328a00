/// Central prediction intervals at the three levels every forecast prints.
package struct Intervals: Sendable, Equatable {
  package let fifty: ClosedRange<Double>
  package let eighty: ClosedRange<Double>
  package let ninetyFive: ClosedRange<Double>

  /// The intervals of a law given by its quantile function.
  init(quantile: (Double) -> Double) {
    fifty = Self.central(0.25, quantile)
    eighty = Self.central(0.1, quantile)
    ninetyFive = Self.central(0.025, quantile)
  }

  private static func central(
    _ tail: Double, _ quantile: (Double) -> Double
  ) -> ClosedRange<Double> {
    let ends = (quantile(tail), quantile(1 - tail))
    return min(ends.0, ends.1)...max(ends.0, ends.1)
  }
}

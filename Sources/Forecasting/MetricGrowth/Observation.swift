/// A positive value of a metric on a day.
package struct Observation: Sendable, Equatable {
  /// The days since 1970-01-01; fractions are allowed.
  package let day: Double
  package let value: Double

  package init(day: Double, value: Double) {
    self.day = day
    self.value = value
  }
}

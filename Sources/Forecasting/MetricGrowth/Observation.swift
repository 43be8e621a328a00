/// A positive value of a metric on a day.
public struct Observation: Sendable, Equatable {
  /// A day number, see `DayNumber`; fractions are allowed.
  public let day: Double
  public let value: Double

  public init(day: Double, value: Double) {
    self.day = day
    self.value = value
  }
}

/// The units in which the lengths of phases are told.
public enum DurationUnit: String, Sendable, CaseIterable {
  case day, month, year

  /// Mean length in days: the Gregorian year of 365.2425 days and its twelfth part.
  public var days: Double {
    switch self {
    case .day: 1
    case .month: 365.2425 / 12
    case .year: 365.2425
    }
  }
}

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

extension DurationUnit {
  /// The time between two days in this unit: whole years and months by the calendar, the rest in
  /// parts of the unit's mean length.
  public func count(from start: CivilDay, to end: CivilDay) -> Double {
    let days = Double(end.number - start.number)
    guard self != .day else { return days }
    let step = self == .year ? 12 : 1
    var whole = Int(days / self.days)
    if start.advanced(byMonths: (whole + 1) * step) <= end { whole += 1 }
    while start.advanced(byMonths: whole * step) > end { whole -= 1 }
    let rest = Double(end.number - start.advanced(byMonths: whole * step).number)
    return Double(whole) + rest / self.days
  }
}

/// The units in which the lengths of phases are told.
package enum DurationUnit: String, Sendable, CaseIterable {
  case day, week, month, quarter, year

  /// Length in days: the Julian year of 365.25 days, as in astronomy, its twelfth and its
  /// fourth part.
  package var days: Double {
    switch self {
    case .day: 1
    case .week: 7
    case .month: 365.25 / 12
    case .quarter: 365.25 / 4
    case .year: 365.25
    }
  }

  /// The time between two days in this unit.
  package func count(from start: CivilDay, to end: CivilDay) -> Double {
    Double(end.number - start.number) / days
  }
}

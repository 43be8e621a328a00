import EventModel

/// The intervals into which a trend divides time.
package enum TrendInterval: String, Sendable, CaseIterable {
  case week, month, quarter, year

  /// The interval that a day belongs to.
  func containing(_ day: CivilDay) -> PartialDate {
    let (year, month, _) = day.components
    return switch self {
    case .week:
      PartialDate(
        from: PartialDate(day.advanced(by: 1 - day.weekday)),
        to: PartialDate(day.advanced(by: 7 - day.weekday)))
    case .month: PartialDate(year: year, month: month)
    case .quarter: PartialDate(year: year, quarter: (month + 2) / 3)
    case .year: PartialDate(year: year)
    }
  }

  /// All intervals from one day's to another's, in order.
  func covering(_ first: CivilDay, _ last: CivilDay) -> [PartialDate] {
    var intervals: [PartialDate] = []
    var day = first
    while let interval = Optional(containing(day)), let end = interval.last {
      intervals.append(interval)
      if end >= last { break }
      day = end.advanced(by: 1)
    }
    return intervals
  }
}

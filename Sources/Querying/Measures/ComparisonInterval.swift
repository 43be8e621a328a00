import EventModel

/// What a column of a comparison stands for.
package enum ComparisonInterval: String, Sendable, CaseIterable {
  case year, quarter

  /// How many days those have that a company counts as one, in weeks too (4-4-5 calendars).
  var lengths: ClosedRange<Int> {
    switch self {
    case .year: 350...380
    case .quarter: 80...100
    }
  }

  /// The calendar year or quarter that a day belongs to.
  func containing(_ day: CivilDay) -> PartialDate {
    switch self {
    case .year: TrendInterval.year.containing(day)
    case .quarter: TrendInterval.quarter.containing(day)
    }
  }

  /// The column in which a claim belongs: that in which most days of its year or quarter lie, and of what
  /// is measured at a moment, or over less, that in which it ends. Nil where it names no time, a longer
  /// one, or of what adds up over a time only a part.
  func column(of claim: ComparedClaim) -> PartialDate? {
    guard let time = claim.time, let days = time.days, let last = time.last else { return nil }
    if lengths.contains(days) { return time.middle.map(containing) }
    return days < lengths.lowerBound && !claim.head.isFlow ? containing(last) : nil
  }
}

extension PartialDate {
  /// `2026`, `2026Q3`: as people type it.
  var typed: String { precision == .quarter ? text.replacing("-Q", with: "Q") : text }
}

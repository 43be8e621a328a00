/// A date as well as it is known, in EDTF (ISO 8601-2): level 0, and of level 1 what timelines need.
///
/// Reads `1950`, `2023-05`, `2022-11-30`, `199X`, `19XX`, `1950~` (approximate), `1950?`
/// (uncertain), `1950%` (both), and the intervals `2022-11/2023-03`, `2022/..`, `../2022`. Quarters,
/// halves and weeks are spelled `2023-Q1`, `2018-H1` and `2016-W52`, as people write them; EDTF's
/// numbers for the first two (33...36, 40, 41) are read as well.
package struct PartialDate: Hashable, Sendable {
  /// The normal spelling; equal dates have equal texts.
  package let text: String
  /// The earliest day meant; nil when the interval has no start.
  package let first: CivilDay?
  /// The latest day meant; nil when the interval has no end.
  package let last: CivilDay?
  package let precision: DatePrecision
  /// Marked `~` or `%`.
  package let isApproximate: Bool
  /// Marked `?` or `%`.
  package let isUncertain: Bool

  package init(_ day: CivilDay) {
    self.init(text: day.description, first: day, last: day, precision: .day)
  }

  package init(year: Int) {
    self.init(
      text: padded(year, 4), first: CivilDay(year: year, month: 1, day: 1)!,
      last: CivilDay(year: year, month: 12, day: 31)!, precision: .year)
  }

  /// A month of a year; `month` is 1...12.
  package init(year: Int, month: Int) {
    self.init(months: month...month, of: year, "\(padded(month, 2))", .month)
  }

  /// A quarter of a year; `quarter` is 1...4.
  package init(year: Int, quarter: Int) {
    self.init(
      months: (quarter * 3 - 2)...(quarter * 3), of: year, "Q\(quarter)", .quarter)
  }

  /// A half of a year; `half` is 1 or 2.
  package init(year: Int, half: Int) {
    self.init(months: (half * 6 - 5)...(half * 6), of: year, "H\(half)", .half)
  }

  /// A week of ISO 8601; `week` is 1...53.
  package init(year: Int, week: Int) {
    let monday = CivilDay.monday(ofWeek: week, in: year)
    self.init(
      text: "\(padded(year, 4))-W\(padded(week, 2))", first: monday,
      last: monday.advanced(by: 6), precision: .week)
  }

  /// Everything from the start of one date to the end of another; nil leaves that end open.
  package init(from start: PartialDate?, to end: PartialDate?) {
    self.init(
      text: "\(start?.text ?? "..")/\(end?.text ?? "..")", first: start?.first, last: end?.last,
      precision: .interval)
  }

  private init(
    months: ClosedRange<Int>, of year: Int, _ suffix: String, _ precision: DatePrecision
  ) {
    let first = CivilDay(year: year, month: months.lowerBound, day: 1)!
    let length = CivilDay.length(ofMonth: months.upperBound, in: year)
    self.init(
      text: "\(padded(year, 4))-\(suffix)", first: first,
      last: CivilDay(year: year, month: months.upperBound, day: length)!, precision: precision)
  }

  init(
    text: String, first: CivilDay?, last: CivilDay?, precision: DatePrecision,
    approximate: Bool = false, uncertain: Bool = false
  ) {
    self.text = text
    self.first = first
    self.last = last
    self.precision = precision
    self.isApproximate = approximate
    self.isUncertain = uncertain
  }

  /// The same date marked `~`.
  package var approximate: PartialDate {
    guard !isApproximate, precision != .interval else { return self }
    let bare = isUncertain ? String(text.dropLast()) : text
    return PartialDate(
      text: bare + (isUncertain ? "%" : "~"), first: first, last: last, precision: precision,
      approximate: true, uncertain: isUncertain)
  }

  /// Whether some day may be meant by both.
  package func overlaps(_ other: PartialDate) -> Bool {
    let startsInTime = first.flatMap { start in other.last.map { start <= $0 } } ?? true
    let endsInTime = last.flatMap { end in other.first.map { $0 <= end } } ?? true
    return startsInTime && endsInTime
  }
}

extension PartialDate: CustomStringConvertible {
  package var description: String { text }
}

/// Days of the proleptic Gregorian calendar as integers, day 0 = 1970-01-01
/// (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
package enum DayNumber {
  package static func number(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day number as a calendar year with its elapsed fraction: 2023-01-01 is 2023.0.
  package static func fractionalYear(_ number: Int) -> Double {
    var year = 1970 + Int((Double(number) / 365.2425).rounded(.down))
    while DayNumber.number(year: year, month: 1, day: 1) > number { year -= 1 }
    while DayNumber.number(year: year + 1, month: 1, day: 1) <= number { year += 1 }
    let start = DayNumber.number(year: year, month: 1, day: 1)
    let end = DayNumber.number(year: year + 1, month: 1, day: 1)
    return Double(year) + Double(number - start) / Double(end - start)
  }

  /// The day number of "2023-05-15"; nil when the text is no such date.
  static func number(_ text: Substring) -> Int? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return number(year: parts[0], month: parts[1], day: parts[2])
  }
}

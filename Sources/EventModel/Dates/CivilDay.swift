/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
package struct CivilDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// The day with this year, month (1...12) and day of the month; nil where the calendar has none.
  package init?(year: Int, month: Int, day: Int) {
    guard 1...12 ~= month, day >= 1, day <= CivilDay.length(ofMonth: month, in: year) else {
      return nil
    }
    self.number = CivilDay.number(year: year, month: month, day: day)
  }

  /// Hinnant, “chrono-compatible low-level date algorithms”: days_from_civil.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Hinnant: civil_from_days.
  package var components: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted + (shifted < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  package var year: Int { components.year }

  /// The calendar year with its elapsed fraction: 2023-01-01 is 2023.0.
  package var fractionalYear: Double {
    let year = self.year
    let start = CivilDay.number(year: year, month: 1, day: 1)
    return Double(year) + Double(number - start) / (CivilDay.isLeap(year) ? 366 : 365)
  }

  /// Monday is 1, Sunday 7 (ISO 8601).
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  package func advanced(by days: Int) -> CivilDay { CivilDay(number: number + days) }

  /// The day so many days later; nil where that is no day of the years 0 to 9999, which alone can be
  /// written.
  package func advanced(byDays days: Double) -> CivilDay? {
    guard abs(days) < 4_000_000 else { return nil }
    let day = advanced(by: Int(days.rounded()))
    return day.isWritable ? day : nil
  }

  /// Whether it is of the years 0 to 9999, which alone can be written and read.
  package var isWritable: Bool { -719_528...2_932_896 ~= number }

  /// The same day of the month `months` later, or the last day of that month where it is shorter.
  package func advanced(byMonths months: Int) -> CivilDay {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    let last = CivilDay.length(ofMonth: newMonth, in: newYear)
    return CivilDay(
      number: CivilDay.number(year: newYear, month: newMonth, day: min(day, last)))
  }

  package static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The Monday of an ISO 8601 week.
  package static func monday(ofWeek week: Int, in year: Int) -> CivilDay {
    let fourth = CivilDay(number: number(year: year, month: 1, day: 4))
    return fourth.advanced(by: 1 - fourth.weekday + 7 * (week - 1))
  }

  package static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }
}

extension CivilDay: CustomStringConvertible {
  /// ISO 8601, such as `2022-11-30`.
  package var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Reads `2022-11-30`.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 10 else { return nil }
    var (year, month, day) = (0, 0, 0)
    for (place, byte) in text.utf8.enumerated() {
      let digit = Int(byte) - 0x30
      switch place {
      case 4, 7: if byte != UInt8(ascii: "-") { return nil }
      case _ where !(0...9 ~= digit): return nil
      case ..<4: year = year * 10 + digit
      case ..<7: month = month * 10 + digit
      default: day = day * 10 + digit
      }
    }
    self.init(year: year, month: month, day: day)
  }
}

/// A whole number with leading zeros, the sign before them.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
  return (value < 0 ? "-" : "") + zeros + digits
}

/// Digits alone, as a number; nil when anything else stands there.
func decimal(_ text: some StringProtocol) -> Int? {
  text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? Int(text) : nil
}

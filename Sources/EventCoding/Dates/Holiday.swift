import EventModel

/// A day with a name, as news date by them.
enum Holiday: Sendable {
  case fixed(month: Int, day: Int)
  /// The n-th weekday of a month, and so many days later; the last one for 0.
  case floating(month: Int, weekday: Int, number: Int, later: Int)

  func day(in year: Int) -> CivilDay? {
    switch self {
    case .fixed(let month, let day): return CivilDay(year: year, month: month, day: day)
    case .floating(let month, let weekday, let number, let later):
      guard 0...9998 ~= year else { return nil }
      let month = PartialDate(year: year, month: month)
      return DateScanner.weekday(weekday, number: number, of: month)?.advanced(by: later)
    }
  }

  static let english: [(String, Holiday)] = [
    ("christmas", .fixed(month: 12, day: 25)), ("christmas day", .fixed(month: 12, day: 25)),
    ("christmas eve", .fixed(month: 12, day: 24)), ("xmas", .fixed(month: 12, day: 25)),
    ("boxing day", .fixed(month: 12, day: 26)), ("new year's eve", .fixed(month: 12, day: 31)),
    ("new year's day", .fixed(month: 1, day: 1)), ("new year's", .fixed(month: 1, day: 1)),
    ("valentine's day", .fixed(month: 2, day: 14)), ("april fools' day", .fixed(month: 4, day: 1)),
    ("april fool's day", .fixed(month: 4, day: 1)), ("earth day", .fixed(month: 4, day: 22)),
    ("independence day", .fixed(month: 7, day: 4)), ("halloween", .fixed(month: 10, day: 31)),
    ("veterans day", .fixed(month: 11, day: 11)), ("singles' day", .fixed(month: 11, day: 11)),
    ("thanksgiving", .floating(month: 11, weekday: 4, number: 4, later: 0)),
    ("thanksgiving day", .floating(month: 11, weekday: 4, number: 4, later: 0)),
    ("black friday", .floating(month: 11, weekday: 4, number: 4, later: 1)),
    ("cyber monday", .floating(month: 11, weekday: 4, number: 4, later: 4)),
    ("labor day", .floating(month: 9, weekday: 1, number: 1, later: 0)),
    ("memorial day", .floating(month: 5, weekday: 1, number: 0, later: 0)),
  ]

  static let chinese: [(String, Holiday)] = [
    ("圣诞节", .fixed(month: 12, day: 25)), ("平安夜", .fixed(month: 12, day: 24)),
    ("元旦", .fixed(month: 1, day: 1)), ("国庆节", .fixed(month: 10, day: 1)),
    ("国庆", .fixed(month: 10, day: 1)), ("劳动节", .fixed(month: 5, day: 1)),
    ("五一", .fixed(month: 5, day: 1)), ("妇女节", .fixed(month: 3, day: 8)),
    ("儿童节", .fixed(month: 6, day: 1)), ("教师节", .fixed(month: 9, day: 10)),
    ("情人节", .fixed(month: 2, day: 14)), ("愚人节", .fixed(month: 4, day: 1)),
    ("万圣节", .fixed(month: 10, day: 31)), ("双十一", .fixed(month: 11, day: 11)),
    ("双11", .fixed(month: 11, day: 11)), ("双十二", .fixed(month: 12, day: 12)),
    ("感恩节", .floating(month: 11, weekday: 4, number: 4, later: 0)),
    ("黑色星期五", .floating(month: 11, weekday: 4, number: 4, later: 1)),
    ("母亲节", .floating(month: 5, weekday: 7, number: 2, later: 0)),
    ("父亲节", .floating(month: 6, weekday: 7, number: 3, later: 0)),
  ]
}

extension DateScanner {
  /// The named day next to publication, or that of a year.
  func holiday(_ holiday: Holiday, year: Int?, end: Int) -> DateReading? {
    let day = year.flatMap(holiday.day) ?? nearest(holiday.day)
    return day.map { DateReading(date: PartialDate($0), end: end, impliesYear: year == nil) }
  }
}

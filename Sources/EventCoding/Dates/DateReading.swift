import EventModel

/// A single date as words say it, before what stands around it is read.
struct DateReading {
  var date: PartialDate
  var end: Int
  /// Only about then: 年底, `mid-November`, 5年前.
  var isApproximate = false
  /// Another name than the date's own for how much of it is known.
  var precision: String?
  /// No year is said, as in `March 5`.
  var impliesYear = false
}

/// What is said of a date by a word before it or after it.
enum DateSide {
  /// Everything from it on, with the date itself: `since May`, 2015年以来.
  case since
  /// Everything up to it, with the date itself: `through 2027`.
  case until
  /// Everything before it: 2035年前.
  case before
  /// Everything after it.
  case after
  /// It opens a range: `from March 30 to April 2`, 从3月5日至8日.
  case from
  /// It opens a range of two dates with `and` between them.
  case between
}

import EventModel

/// How many days a date may mean, in classes: so that the dates that overlap a period are found in
/// an index by their first day, not far before the period's.
enum EventSpan: Int, CaseIterable {
  case day, upToMonth, upToYear, longer, undated

  init(_ date: PartialDate?) {
    switch (date?.first, date?.last) {
    case _ where date == nil: self = .undated
    case (let first?, let last?) where last == first: self = .day
    case (let first?, let last?) where last.number - first.number <= 31: self = .upToMonth
    case (let first?, let last?) where last.number - first.number <= 366: self = .upToYear
    default: self = .longer
    }
  }

  /// How far before a period a date of this class may begin and still reach into it; nil for any.
  var reach: Int? {
    switch self {
    case .day: 0
    case .upToMonth: 31
    case .upToYear: 366
    case .longer, .undated: nil
    }
  }
}

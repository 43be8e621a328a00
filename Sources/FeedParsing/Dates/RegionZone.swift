/// A zone named by place, as some feeds write it: `America/Los_Angeles`, or `ET` all the year.
///
/// Only places whose summer time follows today's American or European rule are known here, which
/// is enough for feeds and needs no zone database.
struct RegionZone: Sendable {
  private enum Summer { case none, american, european }

  /// Minutes east of UTC in winter.
  private let standard: Int
  private let summer: Summer

  init?(_ name: String) {
    guard let entry = Self.places[name] else { return nil }
    (standard, summer) = entry
  }

  /// Minutes east of UTC at a local hour of a day since 1970.
  func offset(days: Int, hour: Int) -> Int {
    let (year, _, _) = CivilDate.date(fromDays: days)
    func sunday(_ month: Int, _ which: Int) -> Int {
      let first = CivilDate.days(year, month, 1)
      // 1970-01-01 was a Thursday, so day 3 was a Sunday.
      let firstSunday = first + (7 - ((first - 3) % 7 + 7) % 7) % 7
      if which > 0 { return firstSunday + (which - 1) * 7 }
      var last = firstSunday
      while last + 7 < first + CivilDate.length(ofMonth: month, year) { last += 7 }
      return last
    }
    let span: (Int, Int)
    switch summer {
    case .none: return standard
    case .american: span = (sunday(3, 2), sunday(11, 1))
    case .european: span = (sunday(3, 0), sunday(10, 0))
    }
    let isSummer =
      (days > span.0 || days == span.0 && hour >= 2)
      && (days < span.1 || days == span.1 && hour < 2)
    return standard + (isSummer ? 60 : 0)
  }

  private static let places: [String: (Int, Summer)] = [
    "et": (-300, .american), "ct": (-360, .american), "mt": (-420, .american),
    "pt": (-480, .american), "eastern": (-300, .american), "pacific": (-480, .american),
    "america/new_york": (-300, .american), "america/chicago": (-360, .american),
    "america/denver": (-420, .american), "america/los_angeles": (-480, .american),
    "america/toronto": (-300, .american), "america/phoenix": (-420, .none),
    "america/sao_paulo": (-180, .none), "us/eastern": (-300, .american),
    "us/central": (-360, .american), "us/pacific": (-480, .american),
    "europe/london": (0, .european), "europe/dublin": (0, .european),
    "europe/lisbon": (0, .european), "europe/paris": (60, .european),
    "europe/berlin": (60, .european), "europe/brussels": (60, .european),
    "europe/amsterdam": (60, .european), "europe/madrid": (60, .european),
    "europe/rome": (60, .european), "europe/vienna": (60, .european),
    "europe/zurich": (60, .european), "europe/stockholm": (60, .european),
    "europe/oslo": (60, .european), "europe/copenhagen": (60, .european),
    "europe/prague": (60, .european), "europe/warsaw": (60, .european),
    "europe/budapest": (60, .european), "europe/helsinki": (120, .european),
    "europe/athens": (120, .european), "europe/kiev": (120, .european),
    "europe/moscow": (180, .none), "europe/istanbul": (180, .none),
    "asia/shanghai": (480, .none), "asia/chongqing": (480, .none),
    "asia/hong_kong": (480, .none), "asia/taipei": (480, .none), "asia/singapore": (480, .none),
    "asia/tokyo": (540, .none), "asia/seoul": (540, .none), "asia/kolkata": (330, .none),
    "asia/calcutta": (330, .none), "asia/dubai": (240, .none), "prc": (480, .none),
    "asia/karachi": (300, .none), "asia/dhaka": (360, .none), "asia/bangkok": (420, .none),
    "asia/jakarta": (420, .none), "asia/ho_chi_minh": (420, .none), "asia/manila": (480, .none),
    "asia/kuala_lumpur": (480, .none), "asia/tehran": (210, .none), "asia/riyadh": (180, .none),
    "asia/jerusalem": (120, .european), "africa/johannesburg": (120, .none),
    "africa/lagos": (60, .none), "africa/nairobi": (180, .none),
    "america/mexico_city": (-360, .none), "america/bogota": (-300, .none),
    "america/lima": (-300, .none), "america/halifax": (-240, .american),
    "australia/sydney": (600, .none), "australia/brisbane": (600, .none),
  ]
}

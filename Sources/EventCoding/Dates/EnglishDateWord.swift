/// A word or phrase that an English date can begin with.
enum EnglishDateWord {
  case article
  /// 1...12
  case month(Int)
  /// Monday is 1.
  case weekday(Int)
  /// `yesterday` is -1.
  case day(Int)
  /// `last` is -1, `this` 0.
  case step(Int)
  /// `coming`: the next weekday of that name, whichever week it is in.
  case near(Int)
  /// `previous`: counted from a year told before.
  case neighbour(Int)
  /// `first`; 0 is `last`, where weeks of a month are told.
  case ordinal(Int)
  case edge(Edge)
  /// Spring is 0.
  case season(Int)
  case fiscal
  case week
  case number
  case holiday(Holiday)
  /// `year to date`
  case toDate

  enum Edge { case start, early, mid, late, end }

  static let table = WordTable<EnglishDateWord>(
    [("the", .article)]
      + months.map { ($0.0, .month($0.1)) } + weekdays.map { ($0.0, .weekday($0.1)) }
      + [
        ("yesterday", .day(-1)), ("today", .day(0)), ("tomorrow", .day(1)), ("tonight", .day(0)),
        ("last night", .day(-1)), ("the day before yesterday", .day(-2)),
        ("the day after tomorrow", .day(2)), ("day before yesterday", .day(-2)),
        ("day after tomorrow", .day(2)), ("this morning", .day(0)), ("this afternoon", .day(0)),
        ("this evening", .day(0)), ("earlier today", .day(0)), ("later today", .day(0)),
        ("last", .step(-1)), ("past", .near(-1)), ("this", .step(0)), ("current", .step(0)),
        ("this past", .near(-1)), ("next", .step(1)), ("coming", .near(1)), ("upcoming", .near(1)),
        ("this coming", .near(1)), ("this upcoming", .near(1)), ("previous", .neighbour(-1)),
        ("prior", .neighbour(-1)),
        ("preceding", .neighbour(-1)), ("following", .neighbour(1)), ("fiscal", .fiscal),
        ("fy", .fiscal), ("week", .week), ("year to date", .toDate), ("year-to-date", .toDate),
        ("ytd", .toDate),
      ] + edges + seasons + ordinals.map { ($0.0, .ordinal($0.1)) }
      + [
        "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "half",
      ].map { ($0, .number) } + Holiday.english.map { ($0.0, .holiday($0.1)) })

  static let months: [(String, Int)] = [
    "january,jan", "february,feb", "march,mar", "april,apr", "may", "june,jun", "july,jul",
    "august,aug", "september,sept,sep", "october,oct", "november,nov", "december,dec",
  ].enumerated().flatMap { index, names in
    names.split(separator: ",").map { (String($0), index + 1) }
  }

  static let weekdays: [(String, Int)] = [
    "monday,mon", "tuesday,tue,tues", "wednesday,wed", "thursday,thu,thur,thurs", "friday,fri",
    "saturday,sat", "sunday,sun",
  ].enumerated().flatMap { index, names in
    names.split(separator: ",").map { (String($0), index + 1) }
  }

  static let ordinals: [(String, Int)] =
    ["first", "second", "third", "fourth", "fifth"].enumerated().map { ($1, $0 + 1) }
    + [("1st", 1), ("2nd", 2), ("3rd", 3), ("4th", 4), ("5th", 5), ("final", 0)]

  private static let edges: [(String, EnglishDateWord)] = [
    ("end of", .edge(.end)), ("the end of", .edge(.end)), ("end", .edge(.end)),
    ("late", .edge(.late)), ("later", .edge(.late)), ("late in", .edge(.late)),
    ("later in", .edge(.late)), ("mid", .edge(.mid)), ("middle of", .edge(.mid)),
    ("the middle of", .edge(.mid)), ("early", .edge(.early)), ("earlier", .edge(.early)),
    ("early in", .edge(.early)), ("earlier in", .edge(.early)), ("start of", .edge(.start)),
    ("beginning of", .edge(.start)), ("the start of", .edge(.start)),
    ("the beginning of", .edge(.start)), ("year-end", .edge(.end)), ("year end", .edge(.end)),
    ("the year's end", .edge(.end)), ("year's end", .edge(.end)),
  ]

  private static let seasons: [(String, EnglishDateWord)] = [
    ("spring", .season(0)), ("summer", .season(1)), ("autumn", .season(2)), ("fall", .season(2)),
    ("winter", .season(3)),
  ]
}

import EventModel

extension DateScanner {
  /// `yesterday`, `last week`, `next quarter`, `previous year`, `last Tuesday`, `next five years`.
  func relative(at start: Int) -> Quantity? {
    if let (days, end) = Self.days.match(text, at: start) {
      return made(StatedDate(PartialDate(published.advanced(by: days))), start..<end)
    }
    let hasArticle = text.contains("the ", at: start)
    let opening = hasArticle ? start + 4 : start
    guard let (step, end) = Self.steps.match(text, at: opening), text.letter(end) == 0x20 else {
      return nil
    }
    if let (weekday, last) = Self.weekdays.match(text, at: end + 1) {
      return made(StatedDate(PartialDate(self.day(weekday, step))), opening..<last)
    }
    if let (unit, last) = Self.units.match(text, at: end + 1) {
      guard let date = date(unit, step) else { return nil }
      return made(StatedDate(date), opening..<last)
    }
    guard step != 0 else { return nil }
    return lastUnits(from: opening, at: end + 1)
  }

  /// `last four weeks`, `next five years`: a length of time.
  private func lastUnits(from start: Int, at offset: Int) -> Quantity? {
    guard let numeral = text.arabicNumeral(at: offset) ?? EnglishNumeral.read(text, at: offset),
      text.letter(numeral.end) == 0x20,
      let (unit, end) = Unit.durations.match(text, at: numeral.end + 1)
    else { return nil }
    return Quantity(kind: .duration, value: numeral.value, unit: unit.name, span: start..<end)
  }

  /// `on Thursday`: the latest one, or the next after a word of the future.
  func weekday(at start: Int) -> Quantity? {
    guard let (weekday, end) = Self.weekdays.match(text, at: start),
      Letter.isUppercase(text.cased[start]),
      text.letter(end) != 0x27 || true
    else { return nil }
    if end - start <= 4 { return nil }
    if text.contains(" night football", at: end) || text.contains(" robotics", at: end) {
      return nil
    }
    let today = published.weekday
    let back = (today - weekday + 7) % 7
    let day =
      isFuture(start)
      ? published.advanced(by: (weekday - today + 7) % 7) : published.advanced(by: -back)
    return made(StatedDate(PartialDate(day)), start..<end)
  }

  private func day(_ weekday: Int, _ step: Int) -> CivilDay {
    if step == 0 {
      let monday = published.advanced(by: 1 - published.weekday)
      return monday.advanced(by: weekday - 1)
    }
    // `last Tuesday` is that of the week before, `next` that of the week after.
    let monday = published.advanced(by: 1 - published.weekday + 7 * step)
    return monday.advanced(by: weekday - 1)
  }

  enum Span { case week, month, quarter, half, year }

  /// The calendar unit so many steps from the one of publication.
  func date(_ unit: Span, _ step: Int) -> PartialDate? {
    switch unit {
    case .week: return week(published.advanced(by: 7 * step))
    case .month:
      let day = published.advanced(byMonths: step).components
      return PartialDate(year: day.year, month: day.month)
    case .quarter:
      let index = year * 4 + (month - 1) / 3 + step
      guard index >= 0 else { return nil }
      return PartialDate(year: index / 4, quarter: index % 4 + 1)
    case .half:
      let index = year * 2 + (month - 1) / 6 + step
      guard index >= 0 else { return nil }
      return PartialDate(year: index / 2, half: index % 2 + 1)
    case .year: return PartialDate(year: year + step)
    }
  }

  /// The ISO 8601 week of a day.
  func week(_ day: CivilDay) -> PartialDate {
    let thursday = day.advanced(by: 4 - day.weekday)
    let year = thursday.components.year
    let first = CivilDay.monday(ofWeek: 1, in: year)
    return PartialDate(year: year, week: (thursday.number - first.number) / 7 + 1)
  }

  private static let days = WordTable<Int>([
    ("yesterday", -1), ("today", 0), ("tomorrow", 1), ("the day before yesterday", -2),
    ("the day after tomorrow", 2), ("tonight", 0),
  ])
  private static let steps = WordTable<Int>([
    ("last", -1), ("previous", -1), ("past", -1), ("prior", -1), ("this", 0), ("current", 0),
    ("next", 1),
    ("coming", 1), ("following", 1),
  ])
  private static let units = WordTable<Span>([
    ("week", .week), ("month", .month), ("quarter", .quarter), ("year", .year),
  ])
  private static let weekdays = WordTable<Int>(
    [
      "monday,mon", "tuesday,tue,tues", "wednesday,wed", "thursday,thu,thur,thurs", "friday,fri",
      "saturday,sat", "sunday,sun",
    ]
    .enumerated().flatMap { index, names in
      names.split(separator: ",").map { (String($0), index + 1) }
    })
}

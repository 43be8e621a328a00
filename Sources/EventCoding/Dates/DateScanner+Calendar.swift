import EventModel

/// The calendar as seen from the day of publication.
extension DateScanner {
  enum Span { case day, week, month, quarter, half, year }

  /// The calendar unit so many steps from the one of publication.
  func date(_ unit: Span, _ step: Int) -> PartialDate? {
    switch unit {
    case .day: return PartialDate(published.advanced(by: step))
    case .week: return week(published.advanced(by: 7 * step))
    case .month:
      let day = published.advanced(byMonths: step).components
      return PartialDate(year: day.year, month: day.month)
    case .quarter:
      let index = year * 4 + (month - 1) / 3 + step
      return index < 0 ? nil : PartialDate(year: index / 4, quarter: index % 4 + 1)
    case .half:
      let index = year * 2 + (month - 1) / 6 + step
      return index < 0 ? nil : PartialDate(year: index / 2, half: index % 2 + 1)
    case .year: return PartialDate(year: year + step)
    }
  }

  /// The date of the same kind right before or after one.
  func step(_ date: PartialDate, by step: Int) -> PartialDate? {
    guard let first = date.first, let last = date.last else { return nil }
    let next = (step < 0 ? first : last).advanced(by: step)
    guard next.isWritable else { return nil }
    let (year, month, _) = next.components
    switch date.precision {
    case .week: return week(next)
    case .month: return PartialDate(year: year, month: month)
    case .quarter: return PartialDate(year: year, quarter: (month + 2) / 3)
    case .half: return PartialDate(year: year, half: (month + 5) / 6)
    case .year: return PartialDate(year: year)
    default: return PartialDate(next)
    }
  }

  /// The same month, day, quarter or half in another year.
  func moved(_ date: PartialDate, to year: Int) -> PartialDate {
    guard let (_, month, day) = date.first?.components else { return date }
    switch date.precision {
    case .day: return CivilDay(year: year, month: month, day: day).map { PartialDate($0) } ?? date
    case .month: return PartialDate(year: year, month: month)
    case .quarter: return PartialDate(year: year, quarter: (month + 2) / 3)
    case .half: return PartialDate(year: year, half: (month + 5) / 6)
    default: return date
    }
  }

  /// The ISO 8601 week of a day; nil where that is the last one before the year 0, which begins on a
  /// Saturday.
  func week(_ day: CivilDay) -> PartialDate? {
    let thursday = day.advanced(by: 4 - day.weekday)
    guard thursday.isWritable else { return nil }
    let year = thursday.components.year
    let first = CivilDay.monday(ofWeek: 1, in: year)
    return PartialDate(year: year, week: (thursday.number - first.number) / 7 + 1)
  }

  /// The n-th week of a month, by the rule of ISO 8601 for years: that with its first Thursday is the
  /// first; the last one for 0.
  func week(_ number: Int, of month: PartialDate) -> PartialDate? {
    DateScanner.weekday(4, number: number, of: month).flatMap { week($0) }
  }

  /// The n-th Monday of a month; the last one for 0.
  static func weekday(_ weekday: Int, number: Int, of month: PartialDate) -> CivilDay? {
    guard let first = month.first, let last = month.last else { return nil }
    let day =
      number == 0
      ? last.advanced(by: -((last.weekday - weekday + 7) % 7))
      : first.advanced(by: (weekday - first.weekday + 7) % 7 + 7 * (number - 1))
    return day > last ? nil : day
  }

  /// The latest day of a name, today included, or the next one after a word of the future.
  func nextTo(weekday: Int, _ start: Int) -> CivilDay {
    let away = (weekday - published.weekday + 7) % 7
    return published.advanced(by: isFuture(start) || away == 0 ? away : away - 7)
  }

  /// The day of the year before, this one or the next that lies closest to publication.
  func nearest(_ day: (Int) -> CivilDay?) -> CivilDay? {
    [year - 1, year, year + 1].compactMap(day).min {
      abs($0.number - published.number) < abs($1.number - published.number)
    }
  }

  /// The day of publication's week, or of one so many weeks away; Monday is 1.
  func day(_ weekday: Int, _ step: Int) -> CivilDay {
    published.advanced(by: weekday - published.weekday + 7 * step)
  }

  /// So many units before or after publication, as exactly as one speaks of it: 5年前 is that year.
  func away(_ value: ExactDecimal, _ unit: String, _ sign: Int) -> DateReading? {
    guard let day = shifted(value, unit, sign) else { return nil }
    let (year, month, _) = day.components
    let date: PartialDate
    switch unit {
    case "year", "decade": date = PartialDate(year: year)
    case "month": date = PartialDate(year: year, month: month)
    case "week":
      guard let week = week(day) else { return nil }
      date = week
    case "day", "night", "hour", "minute": date = PartialDate(day)
    case "quarter": date = PartialDate(year: year, quarter: (month + 2) / 3)
    default: return nil
    }
    return DateReading(date: date, end: 0, isApproximate: unit != "day")
  }

  func shifted(_ value: ExactDecimal, _ unit: String, _ sign: Int) -> CivilDay? {
    guard abs(value.double) < 4_000_000 else { return nil }
    let days: Int
    switch unit {
    case "decade": return published.advanced(byMonths: sign * Int((value.double * 120).rounded()))
    case "year", "fiscal-year":
      return published.advanced(byMonths: sign * Int((value.double * 12).rounded()))
    case "quarter": return published.advanced(byMonths: sign * Int((value.double * 3).rounded()))
    case "month":
      // 一个半月
      let whole = Int(value.double)
      days = Int(((value.double - Double(whole)) * 30).rounded())
      return published.advanced(byMonths: sign * whole).advanced(by: sign * days)
    case "week": days = Int((value.double * 7).rounded())
    case "day", "night": days = Int(value.double.rounded())
    case "hour": days = Int((value.double / 24).rounded(.down))
    case "minute": days = Int((value.double / 1440).rounded(.down))
    default: return nil
    }
    return published.advanced(by: sign * days)
  }

  /// The year of the latest quarter (or half) with this number that has begun.
  func latest(_ number: Int, _ parts: Int) -> Int {
    let current = (month - 1) / (12 / parts) + 1
    return number <= current ? year : year - 1
  }

  /// The year told last before an offset, which the previous year and the next are counted from.
  func anchorYear(before start: Int) -> Int? {
    for offset in stride(from: start - 5, through: max(0, start - 60), by: -1)
    where text.letter(offset) == 0x32 || text.letter(offset) == 0x31 {
      if let (year, end) = fourDigits(at: offset), 1950...2100 ~= year,
        !Letter.isWord(text.letter(offset - 1)), !Letter.isWord(text.letter(end))
      {
        return year
      }
    }
    return nil
  }

  /// Whether a word of the future stands shortly before.
  func isFuture(_ start: Int) -> Bool {
    let before = text.letters[max(0, start - 40)..<max(0, start)]
    return Self.futureCues.contains { before.contains(subsequence: $0) }
  }

  private static let futureCues = [
    "will ", "plan", "starting", "upcoming", "until", "expected", "due ", "slated", "scheduled",
    "aims to", "set to", "to launch", "to open", "to begin", "to arrive", "coming", "将", "拟", "预计",
    "计划", "定于", "即将", "有望", "力争",
  ].map(\.folded)
}

/// Reading at an offset.
extension DateScanner {
  func pastSpace(_ offset: Int) -> Int { text.letter(offset) == 0x20 ? offset + 1 : offset }

  /// Up to `most` digits at an offset, and no more than that.
  func digits(at start: Int, atMost most: Int) -> (value: Int, end: Int)? {
    var (value, offset) = (0, start)
    while Letter.isDigit(text.letter(offset)) {
      value = value * 10 + Int(text.letter(offset) - 0x30)
      offset += 1
      if offset - start > most { return nil }
    }
    return offset > start ? (value, offset) : nil
  }

  func fourDigits(at start: Int) -> (value: Int, end: Int)? {
    digits(at: start, atMost: 4).flatMap { $0.end - start == 4 ? $0 : nil }
  }

  /// A small number in either script.
  func number(at start: Int) -> (value: Int, end: Int)? {
    if let found = digits(at: start, atMost: 2) { return found }
    guard let numeral = text.hanNumeral(at: start), numeral.upper == nil, !numeral.isVague,
      numeral.value.scale == 0, numeral.value <= ExactDecimal(99)
    else { return nil }
    return (Int(numeral.value.significand), numeral.end)
  }

  /// The Latin word before an offset.
  func word(endingAt end: Int) -> (text: String, start: Int)? {
    guard text.letter(end) == 0x20 || text.letter(end) == 0x2D else { return nil }
    var start = end
    while Letter.isLatin(text.letter(start - 1)) { start -= 1 }
    guard start < end else { return nil }
    return (String(letters: text.letters[start..<end]), start)
  }
}

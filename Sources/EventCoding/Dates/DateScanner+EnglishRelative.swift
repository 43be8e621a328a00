import EventModel

extension DateScanner {
  /// `week`, `quarter`, `Tuesday`, `summer`, `May` after `last`, `this` or `next`.
  func relative(_ step: Int, at end: Int) -> DateReading? {
    guard text.letter(end) == 0x20 else { return nil }
    let offset = end + 1
    if let (unit, last) = Self.englishUnits.match(text, at: offset) {
      if unit == .week, step == -1, let week = numbered(0, at: end) { return week }
      guard let date = date(unit, step) else { return nil }
      return DateReading(date: date, end: last)
    }
    for fiscal in ["fiscal year", "financial year"] where text.contains(fiscal, at: offset) {
      return DateReading(
        date: PartialDate(year: year + step), end: offset + fiscal.utf8.count,
        precision: "fiscal-year")
    }
    if text.contains("weekend", at: offset), text.isWordEnd(offset + 7) {
      let saturday = PartialDate(day(6, step))
      return DateReading(
        date: PartialDate(from: saturday, to: PartialDate(day(7, step))), end: offset + 7)
    }
    if text.contains("decade", at: offset), text.isWordEnd(offset + 6) {
      let first = year / 10 * 10 + 10 * step
      return DateReading(
        date: PartialDate(from: PartialDate(year: first), to: PartialDate(year: first + 9)),
        end: offset + 6)
    }
    guard let (word, last) = EnglishDateWord.table.match(text, at: offset) else { return nil }
    switch word {
    case .weekday(let weekday):
      // `last Tuesday` is that of the week before, `next` that of the week after.
      return DateReading(date: PartialDate(day(weekday, step)), end: last)
    case .month(let number):
      guard Letter.isUppercase(text.cased[offset]) || last - offset > 3 else { return nil }
      let isReached = number <= month
      let year = self.year + (step < 0 && !isReached ? -1 : step > 0 && isReached ? 1 : 0)
      return DateReading(date: PartialDate(year: year, month: number), end: last)
    case .season(let season): return months(ofSeason: season, year: year + step, end: last)
    default: return nil
    }
  }

  /// `past Wednesday`, `coming Friday`.
  func near(_ step: Int, at end: Int) -> DateReading? {
    guard text.letter(end) == 0x20,
      case (.weekday(let weekday), let last)? = EnglishDateWord.table.match(text, at: end + 1)
    else { return nil }
    let away = (weekday - published.weekday + 6) % 7 + 1
    return DateReading(
      date: PartialDate(published.advanced(by: step > 0 ? away : away - (away == 7 ? 14 : 7))),
      end: last)
  }

  /// `of April 10`, `beginning February 4` after `week`.
  func weekOfDay(at end: Int) -> DateReading? {
    for word in [" of ", " beginning ", " starting ", " commencing ", " starting on "]
    where text.contains(word, at: end) {
      guard let day = single(at: end + word.utf8.count), day.date.precision == .day,
        let first = day.date.first, let week = week(first)
      else { continue }
      return DateReading(date: week, end: day.end, impliesYear: day.impliesYear)
    }
    return nil
  }

  static let englishUnits = WordTable<Span>([
    ("week", .week), ("month", .month), ("quarter", .quarter), ("year", .year),
    ("calendar year", .year),
  ])

  /// `previous year` and `following year`, beside one that was told before.
  func neighbour(_ step: Int, _ start: Int, at end: Int) -> DateReading? {
    guard text.contains(" year", at: end), text.isWordEnd(end + 5),
      let anchor = anchorYear(before: start)
    else { return nil }
    return DateReading(date: PartialDate(year: anchor + step), end: end + 5)
  }

  /// `year 2025`, `2025-26`, `FY25` after `fiscal`.
  func fiscalYear(at end: Int) -> DateReading? {
    var offset = pastSpace(end)
    if text.letter(offset) == 0x27 { offset += 1 }
    if text.contains("year ", at: offset) { offset += 5 }
    if let (year, last) = fourDigits(at: offset), 1950...2100 ~= year {
      // fiscal 2026 third quarter
      if text.letter(last) == 0x20,
        case (.ordinal(let number), let end)? = EnglishDateWord.table.match(text, at: last + 1),
        1...4 ~= number, text.contains("quarter", at: end + 1)
      {
        return DateReading(date: PartialDate(year: year, quarter: number), end: end + 8)
      }
      return DateReading(date: PartialDate(year: year), end: last, precision: "fiscal-year")
    }
    guard let (year, last) = digits(at: offset, atMost: 2), last == offset + 2, 10...50 ~= year,
      !Letter.isWord(text.letter(last))
    else { return nil }
    return DateReading(date: PartialDate(year: 2000 + year), end: last, precision: "fiscal-year")
  }

  /// `40 of 2025` after `week`.
  func weekOfYear(at end: Int) -> DateReading? {
    guard text.letter(end) == 0x20, let (number, last) = digits(at: end + 1, atMost: 2),
      1...53 ~= number
    else { return nil }
    for gap in [" of ", ", ", " "] where text.contains(gap, at: last) {
      guard let (year, close) = fourDigits(at: last + gap.utf8.count), 1900...2100 ~= year else {
        continue
      }
      return DateReading(date: PartialDate(year: year, week: number), end: close)
    }
    return nil
  }

  /// `of 2025`, `2025`, `'25` after a season.
  func season(_ season: Int, at end: Int) -> DateReading? {
    for gap in [" of ", " in ", " "] where text.contains(gap, at: end) {
      if let (year, last) = fourDigits(at: end + gap.utf8.count), 1900...2100 ~= year {
        return months(ofSeason: season, year: year, end: last)
      }
      guard gap == " of ",
        case (.step(let step), let last)? = EnglishDateWord.table.match(text, at: end + 4),
        text.contains(" year", at: last)
      else { continue }
      return months(ofSeason: season, year: year + step, end: last + 5)
    }
    return nil
  }

  /// Of the northern half; winter ends in the year after.
  func months(ofSeason season: Int, year: Int, end: Int) -> DateReading? {
    guard 0...9998 ~= year else { return nil }
    let from = PartialDate(year: year, month: season * 3 + 3)
    let to = PartialDate(year: season == 3 ? year + 1 : year, month: (season * 3 + 4) % 12 + 1)
    return DateReading(date: PartialDate(from: from, to: to), end: end)
  }

  /// `end of 2025`, `end-February`, `mid-November`, `early 2026`, `later this year`.
  func edge(_ edge: EnglishDateWord.Edge, _ start: Int, at end: Int) -> DateReading? {
    if text.letter(end - 1) == 0x64,
      text.contains("year", at: start)
        || text.contains("year's end", at: end - 10)
    {
      return DateReading(
        date: PartialDate(year: year, month: 12), end: end, isApproximate: true)
    }
    var offset = text.letter(end) == 0x2D ? end + 1 : pastSpace(end)
    guard offset > end else { return nil }
    for word in ["of ", "in "] where text.contains(word, at: offset) { offset += 3 }
    let whole = text.contains("the ", at: offset) ? offset + 4 : offset
    if let (unit, last) = Self.englishUnits.match(text, at: whole), unit != .week,
      whole > offset || edge != .late && edge != .early
    {
      guard let date = date(unit, 0) else { return nil }
      return narrowed(DateReading(date: date, end: last), to: edge)
    }
    if text.contains("decade", at: whole), text.isWordEnd(whole + 6) {
      let date = PartialDate(year: year / 10 * 10 + 9)
      return DateReading(date: date, end: whole + 6, isApproximate: true)
    }
    if let (year, last) = fourDigits(at: offset), 1900...2100 ~= year,
      !Letter.isWord(text.letter(last))
    {
      return narrowed(DateReading(date: PartialDate(year: year), end: last), to: edge)
    }
    guard let (word, _) = EnglishDateWord.table.match(text, at: offset) else { return nil }
    switch word {
    case .month, .step, .near, .neighbour, .fiscal, .season, .ordinal, .article:
      guard let reading = englishDate(at: offset), reading.date.precision != .day else {
        return nil
      }
      return narrowed(reading, to: edge)
    default: return nil
    }
  }

  /// The end of a year is December; of all else the whole is kept, as about then.
  private func narrowed(_ reading: DateReading, to edge: EnglishDateWord.Edge) -> DateReading {
    var reading = reading
    reading.isApproximate = true
    guard let (year, month, _) = reading.date.last?.components else { return reading }
    switch (edge, reading.date.precision) {
    case (.end, .year): reading.date = PartialDate(year: year, month: 12)
    case (.end, .quarter), (.end, .half): reading.date = PartialDate(year: year, month: month)
    case (.start, .year): reading.date = PartialDate(year: year, month: 1)
    case (.start, .quarter), (.start, .half):
      guard let first = reading.date.first?.components else { return reading }
      reading.date = PartialDate(year: first.year, month: first.month)
    case (.end, .interval):
      if let first = reading.date.first?.components, year - first.year == 9 {
        reading.date = PartialDate(year: year)
      }
    default: break
    }
    return reading
  }

  /// `five years ago`, `a week ago`, `three weeks from now`.
  func ago(at start: Int) -> DateReading? {
    let isArticle = text.contains("a ", at: start) || text.contains("an ", at: start)
    let read =
      isArticle
      ? Numeral(value: ExactDecimal(1), end: text.letter(start + 1) == 0x20 ? start + 1 : start + 2)
      : text.arabicNumeral(at: start) ?? EnglishNumeral.read(text, at: start)
    guard let numeral = read, text.letter(numeral.end) == 0x20,
      let (unit, end) = Unit.durations.match(text, at: numeral.end + 1)
    else { return nil }
    for (phrase, sign) in Self.agoWords where text.contains(phrase, at: end) {
      let close = end + phrase.utf8.count
      guard text.isWordEnd(close), var reading = away(numeral.value, unit.name, sign) else {
        return nil
      }
      // A figure is compared with that of a year ago.
      if isArticle, unit.name == "year",
        ["from", "than", "versus", "vs"].contains(word(endingAt: start - 1)?.text)
      {
        return nil
      }
      reading.end = close
      return reading
    }
    return nil
  }

  private static let agoWords = [
    (" ago", -1), (" from now", 1), (" from today", 1), (" back", -1), (" hence", 1),
  ]
}

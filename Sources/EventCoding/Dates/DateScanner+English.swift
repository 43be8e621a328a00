import EventModel

extension DateScanner {
  func englishDate(at start: Int) -> DateReading? {
    if let part = quarter(at: start) { return part }
    guard let (word, end) = EnglishDateWord.table.match(text, at: start) else { return nil }
    switch word {
    case .article: return afterArticle(at: pastSpace(end))
    case .month(let month): return monthDate(month, start, end)
    case .weekday(let weekday): return self.weekday(weekday, start, end)
    case .day(let step): return date(.day, step).map { DateReading(date: $0, end: end) }
    case .step(let step): return relative(step, at: end)
    case .neighbour(let step): return neighbour(step, start, at: end) ?? relative(step, at: end)
    case .ordinal(let number): return numbered(number, at: end)
    case .edge(let edge): return self.edge(edge, start, at: end)
    case .season(let season): return self.season(season, at: end)
    case .fiscal: return fiscalYear(at: end)
    case .week: return weekOfYear(at: end) ?? weekOfDay(at: end)
    case .near(let step): return near(step, at: end) ?? relative(step, at: end)
    case .number: return ago(at: start)
    case .holiday(let holiday):
      let year = fourDigits(at: pastSpace(end))
      return self.holiday(holiday, year: year?.value, end: year?.end ?? end)
    case .toDate:
      guard let first = CivilDay(year: year, month: 1, day: 1) else { return nil }
      let date = PartialDate(from: PartialDate(first), to: PartialDate(published))
      return DateReading(date: date, end: end)
    }
  }

  /// `5 March 2026`, `the 20th of last month`, `4Q25`, `3rd quarter`, `1990s`, `10 days ago`.
  func englishNumbered(at start: Int) -> DateReading? {
    guard let (number, end) = digits(at: start, atMost: 4) else { return nil }
    if end - start == 4 || end - start == 2 { if let years = decade(number, end) { return years } }
    if let quarter = quarterFirst(number, end) { return quarter }
    let ordinal = ["st", "nd", "rd", "th"].contains { text.contains($0, at: end) }
    let close = ordinal ? end + 2 : end
    if 1...31 ~= number, end - start <= 2, !Letter.isWord(text.letter(close)) {
      if let date = day(number, isOrdinal: ordinal, at: close) { return date }
      if ordinal, 1...5 ~= number, let date = numbered(number, at: close) { return date }
    }
    return ago(at: start)
  }

  private func afterArticle(at start: Int) -> DateReading? {
    for word in ["year ", "calendar year "] where text.contains(word, at: start) {
      guard let (year, end) = fourDigits(at: start + word.utf8.count), 1000...2200 ~= year else {
        return nil
      }
      return DateReading(date: PartialDate(year: year), end: end)
    }
    if Letter.isDigit(text.letter(start)) {
      guard let (number, end) = digits(at: start, atMost: 4) else { return nil }
      if let years = decade(number, end) { return years }
      guard 1...31 ~= number,
        ["st", "nd", "rd", "th"].contains(where: { text.contains($0, at: end) }),
        !Letter.isWord(text.letter(end + 2))
      else { return nil }
      if let date = day(number, isOrdinal: true, at: end + 2) ?? numbered(number, at: end + 2) {
        return date
      }
      // on the 18th
      guard text.contains("on the ", at: start - 7), ![0x20, 0x2D].contains(text.letter(end + 2)),
        let date = latestDay(number, start)
      else { return nil }
      return DateReading(date: PartialDate(date), end: end + 2)
    }
    guard let (word, _) = EnglishDateWord.table.match(text, at: start) else { return nil }
    switch word {
    case .month, .weekday, .day, .number, .article, .toDate: return nil
    default: return englishDate(at: start)
    }
  }

  /// `of March 2026`, `March` and `of last month` after the number of a day.
  private func day(_ number: Int, isOrdinal: Bool, at end: Int) -> DateReading? {
    var offset = text.letter(end) == 0x2D ? end + 1 : pastSpace(end)
    guard offset > end else { return nil }
    for word in ["day of ", "of ", "de "] where text.contains(word, at: offset) {
      offset += word.utf8.count
    }
    guard let (word, wordEnd) = EnglishDateWord.table.match(text, at: offset) else { return nil }
    switch word {
    case .month(let month):
      guard wordEnd - offset > 3 || Letter.isUppercase(text.cased[offset]) || isOrdinal else {
        return nil
      }
      var close = text.letter(wordEnd) == 0x2E ? wordEnd + 1 : wordEnd
      if text.letter(close) == 0x2C || text.letter(close) == 0x2D { close += 1 }
      if text.contains(" in ", at: close) || text.contains(" of ", at: close) { close += 3 }
      if let (year, last) = fourDigits(at: pastSpace(close)), 1000...2200 ~= year,
        let date = CivilDay(year: year, month: month, day: number)
      {
        return DateReading(date: PartialDate(date), end: last)
      }
      guard let date = nearest(month: month, day: number) else { return nil }
      return DateReading(date: PartialDate(date), end: wordEnd, impliesYear: true)
    case .step(let step), .neighbour(let step):
      guard isOrdinal, text.contains(" month", at: wordEnd) else { return nil }
      let (year, month, _) = published.advanced(byMonths: step).components
      return CivilDay(year: year, month: month, day: number).map {
        DateReading(date: PartialDate($0), end: wordEnd + 6)
      }
    default: return nil
    }
  }

  /// `1990s`, `the 90s`.
  private func decade(_ number: Int, _ end: Int) -> DateReading? {
    let close = text.letter(end) == 0x27 ? end + 1 : end
    guard number % 10 == 0, text.letter(close) == 0x73, !Letter.isWord(text.letter(close + 1)),
      number < 100 ? text.contains("the ", at: end - 6) || text.letter(end - 3) == 0x27 : true
    else { return nil }
    let year = number >= 1000 ? number : number < 30 ? 2000 + number : 1900 + number
    guard 1000...2200 ~= year else { return nil }
    let date = PartialDate(from: PartialDate(year: year), to: PartialDate(year: year + 9))
    return DateReading(date: date, end: close + 1)
  }

  /// `July 7`, `July 7th, 2024`, `October 2014`, `January`.
  private func monthDate(_ month: Int, _ start: Int, _ end: Int) -> DateReading? {
    let isCapital =
      Letter.isUppercase(text.cased[start]) || end - start > 3 && month != 3 && month != 5
    if month == 5 || month == 3 || end - start == 3, !isCapital,
      !Letter.isDigit(text.letter(end + 1))
    {
      return nil
    }
    var offset = text.letter(end) == 0x2E ? end + 1 : end
    if [0x20, 0x2D, 0x2C].contains(text.letter(offset)) { offset = pastSpace(offset + 1) }
    for word in ["the ", "of ", "in "] where text.contains(word, at: offset) {
      offset += word.utf8.count
    }
    if offset > end, let (number, last) = digits(at: offset, atMost: 4) {
      if last - offset == 4, 1000...2200 ~= number, !Letter.isWord(text.letter(last)) {
        return DateReading(date: PartialDate(year: number, month: month), end: last)
      }
      if last - offset <= 2, 1...31 ~= number, let date = day(number, of: month, at: last) {
        return date
      }
    }
    if text.letter(end) == 0x27, let (year, last) = digits(at: end + 1, atMost: 2), last == end + 3
    {
      return DateReading(date: PartialDate(year: 2000 + year, month: month), end: last)
    }
    guard isCapital, isMonthHere(month, start, end) else { return nil }
    let year = impliedYear(month: month, start)
    return DateReading(date: PartialDate(year: year, month: month), end: end, impliesYear: true)
  }

  /// `7`, `7th`, `7, 2024` after a month.
  private func day(_ number: Int, of month: Int, at last: Int) -> DateReading? {
    var close = last
    for ordinal in ["st", "nd", "rd", "th"] where text.contains(ordinal, at: last) { close += 2 }
    guard !Letter.isWord(text.letter(close)),
      !([0x25, 0x3A].contains(text.letter(close))),
      !(text.letter(close) == 0x2E && Letter.isDigit(text.letter(close + 1)))
    else { return nil }
    let comma =
      text.letter(pastSpace(close)) == 0x2C || text.letter(close) == 0x2D
      ? pastSpace(close) + 1 : close
    let isOf = text.contains(" of ", at: close) || text.contains(" in ", at: close)
    for offset in [pastSpace(comma), isOf ? close + 4 : comma] {
      if let (year, end) = fourDigits(at: offset), 1000...2200 ~= year,
        !Letter.isWord(text.letter(end)), let day = CivilDay(year: year, month: month, day: number)
      {
        return DateReading(date: PartialDate(day), end: end)
      }
    }
    guard let day = nearest(month: month, day: number) else { return nil }
    return DateReading(date: PartialDate(day), end: close, impliesYear: true)
  }

  /// May, March and short names are months only after a preposition.
  private func isMonthHere(_ month: Int, _ start: Int, _ end: Int) -> Bool {
    if text.letter(end) == 0x27 || isMonthNext(end) { return true }
    guard month == 5 || month == 3 || end - start <= 4 else { return true }
    guard let word = word(endingAt: start - 1)?.text else { return false }
    return [
      "in", "by", "since", "from", "until", "till", "of", "last", "this", "next", "late", "early",
      "mid", "end", "on", "through", "before", "after", "between", "to", "and", "for", "during",
    ].contains(word)
  }

  /// Sun, Sat and Mon are names of other things unless a preposition or a date stands by them.
  private func isDayName(_ start: Int, _ end: Int) -> Bool {
    end - start > 4 || [0x2C, 0x2E].contains(text.letter(end))
      || ["on", "last", "this", "next", "by"].contains(word(endingAt: start - 1)?.text)
  }

  /// `-Feb` and ` to March` after a month.
  private func isMonthNext(_ end: Int) -> Bool {
    var next = text.letter(end) == 0x2D ? end + 1 : end
    if next == end, text.contains(" to ", at: end) { next = end + 4 }
    guard next > end, case .month? = EnglishDateWord.table.match(text, at: next)?.meaning else {
      return false
    }
    return true
  }

  /// `on Thursday`: the latest one, or the next after a word of the future.
  private func weekday(_ weekday: Int, _ start: Int, _ end: Int) -> DateReading? {
    guard end - start > 5 || Letter.isUppercase(text.cased[start]) && isDayName(start, end),
      !["night football", "robotics", "night"].contains(where: { text.contains($0, at: end + 1) })
    else { return nil }
    // Friday, May 5; Friday (June 15)
    var next = text.letter(end) == 0x2C ? pastSpace(end + 1) : pastSpace(end)
    if text.letter(next) == 0x28 { next += 1 }
    if case (.month(let month), let close)? = EnglishDateWord.table.match(text, at: next),
      let date = monthDate(month, next, close), date.date.precision == .day
    {
      return date
    }
    for (phrase, step) in [
      (" last week", -1), (" next week", 1), (" this week", 0), (" of last week", -1),
      (" of next week", 1), (" of this week", 0),
    ]
    where text.contains(phrase, at: end) {
      return DateReading(
        date: PartialDate(day(weekday, step)), end: end + phrase.utf8.count)
    }
    return DateReading(date: PartialDate(nextTo(weekday: weekday, start)), end: end)
  }
}

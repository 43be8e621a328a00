import EventModel

/// Quarters, halves and weeks by number.
extension DateScanner {
  /// `Q1`, `Q1 2025`, `q1 of 2017`, `Q4 FY25`, `H2 2026`.
  func quarter(at start: Int) -> DateReading? {
    let kind = text.letter(start)
    guard kind == 0x71 || kind == 0x68 else { return nil }
    let number = Int(text.letter(start + 1)) - 0x30
    let isHalf = kind == 0x68
    guard 1...(isHalf ? 2 : 4) ~= number, !Letter.isWord(text.letter(start + 2)) else { return nil }
    let year = yearBehind(start + 2)
    if year == nil, isHalf, text.cased[start] != 0x48 { return nil }
    return part(number, isHalf: isHalf, of: year, end: start + 2)
  }

  /// `4Q25`, `1H26`, `3Q`.
  func quarterFirst(_ number: Int, _ end: Int) -> DateReading? {
    let kind = text.letter(end)
    guard kind == 0x71 && 1...4 ~= number || kind == 0x68 && 1...2 ~= number,
      !Letter.isDigit(text.letter(end - 2))
    else { return nil }
    if let (year, last) = digits(at: end + 1, atMost: 4), last - end == 3 || last - end == 5,
      !Letter.isWord(text.letter(last))
    {
      return part(
        number, isHalf: kind == 0x68, of: (last - end == 3 ? 2000 + year : year, last), end: last)
    }
    guard !Letter.isWord(text.letter(end + 1)), kind == 0x71, text.cased[end] == 0x51 else {
      return nil
    }
    return part(number, isHalf: false, of: yearBehind(end + 1), end: end + 1)
  }

  /// `quarter of 2026`, `half of last year`, `week of April` after `first`.
  func numbered(_ number: Int, at wordEnd: Int) -> DateReading? {
    var offset = text.letter(wordEnd) == 0x2D ? wordEnd + 1 : pastSpace(wordEnd)
    guard offset > wordEnd else { return nil }
    for word in ["fiscal ", "financial "] where text.contains(word, at: offset) {
      offset += word.utf8.count
    }
    if text.contains("quarter", at: offset), text.isWordEnd(offset + 7), number <= 4 {
      if text.contains(" ever", at: offset + 7) { return nil }
      return part(
        number == 0 ? 4 : number, isHalf: false, of: yearBehind(offset + 7), end: offset + 7)
    }
    if text.contains("half", at: offset), text.isWordEnd(offset + 4), number <= 2 {
      guard let year = yearBehind(offset + 4) else { return nil }
      return part(number == 0 ? 2 : number, isHalf: true, of: year, end: offset + 4)
    }
    if case (.weekday(let weekday), let last)? = EnglishDateWord.table.match(text, at: offset),
      let inside = [" of ", " in "].first(where: { text.contains($0, at: last) }),
      let month = single(at: last + inside.utf8.count), month.date.precision == .month,
      let day = DateScanner.weekday(weekday, number: number, of: month.date)
    {
      return DateReading(date: PartialDate(day), end: month.end)
    }
    for word in ["week of ", "week in "] where text.contains(word, at: offset) {
      let inside = offset + word.utf8.count
      if let (year, last) = fourDigits(at: inside), 1900...2100 ~= year,
        let end = CivilDay(year: year, month: 12, day: 28),
        let date = number > 0 ? PartialDate(year: year, week: number) : week(end)
      {
        return DateReading(date: date, end: last)
      }
      let month =
        text.contains("the month", at: inside)
        ? date(.month, 0).map { DateReading(date: $0, end: inside + 9) } : single(at: inside)
      guard let month, month.date.precision == .month, let week = week(number, of: month.date)
      else { return nil }
      return DateReading(date: week, end: month.end)
    }
    return nil
  }

  private func part(
    _ number: Int, isHalf: Bool, of year: (value: Int, end: Int)?, end: Int
  ) -> DateReading? {
    let stated = year?.value ?? latest(number, isHalf ? 2 : 4)
    return DateReading(
      date: isHalf
        ? PartialDate(year: stated, half: number) : PartialDate(year: stated, quarter: number),
      end: year?.end ?? end, impliesYear: year == nil)
  }

  /// The year said after a quarter or half.
  private func yearBehind(_ end: Int) -> (value: Int, end: Int)? {
    for gap in [
      " of ", " in ", " ", " fy", "'", " of fiscal ", " fiscal ", "/", " of the year ", "-",
    ]
    where text.contains(gap, at: end) {
      let offset = end + gap.utf8.count
      if let (year, last) = fourDigits(at: offset), 1900...2100 ~= year,
        !Letter.isWord(text.letter(last))
      {
        return (year, last)
      }
      if gap == " fy" || gap == "'", let (year, last) = digits(at: offset, atMost: 2),
        last == offset + 2, !Letter.isWord(text.letter(last))
      {
        return (2000 + year, last)
      }
    }
    for (phrase, step) in [
      (" of last year", -1), (" of this year", 0), (" of next year", 1), (" of the year", 0),
      (" last year", -1), (" this year", 0), (" next year", 1),
    ] where text.contains(phrase, at: end) && text.isWordEnd(end + phrase.utf8.count) {
      return (year + step, end + phrase.utf8.count)
    }
    return nil
  }
}

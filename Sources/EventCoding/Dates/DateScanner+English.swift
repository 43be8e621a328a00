import EventModel

extension DateScanner {
  func englishDate(at start: Int) -> Quantity? {
    if let range = englishRange(at: start) { return range }
    return quarter(at: start) ?? fiscalYear(at: start) ?? edge(at: start) ?? monthDate(at: start)
      ?? relative(at: start) ?? weekday(at: start)
  }

  /// `Nov 18 2014-Dec 19 2015`, `from q1 of 2017 - q3 of 2018`.
  private func englishRange(at start: Int) -> Quantity? {
    let isFrom = text.contains("from ", at: start)
    let first = isFrom ? start + 5 : start
    guard let opening = single(at: first) else { return nil }
    var offset = pastSpace(opening.span.upperBound)
    guard text.letter(offset) == 0x2D || (isFrom && text.contains("to ", at: offset)) else {
      return nil
    }
    offset = pastSpace(offset + (text.letter(offset) == 0x2D ? 1 : 2))
    if let closing = single(at: offset), let from = opening.date?.partialDate,
      let to = closing.date?.partialDate
    {
      return made(StatedDate(from: from, to: to), start..<closing.span.upperBound)
    }
    // June 8-12
    guard let from = opening.date?.first, opening.date?.precision == "day",
      let (day, end) = digits(at: offset, atMost: 2), !Letter.isWord(text.letter(end)),
      let to = CivilDay(year: from.components.year, month: from.components.month, day: day),
      from < to
    else { return nil }
    return made(StatedDate(from: PartialDate(from), to: PartialDate(to)), start..<end)
  }

  private func single(at start: Int) -> Quantity? {
    quarter(at: start) ?? monthDate(at: start)
      ?? (Letter.isDigit(text.letter(start)) ? numericDate(at: start) : nil)
  }

  /// `Q1`, `Q1 2025`, `q1 of 2017`, `H2 2026`, `first quarter of 2026`.
  private func quarter(at start: Int) -> Quantity? {
    let kind = text.letter(start)
    var (number, isHalf, end) = (Int(text.letter(start + 1)) - 0x30, kind == 0x68, start + 2)
    if let (ordinal, wordEnd) = Self.ordinals.match(text, at: start) {
      let offset = text.letter(wordEnd) == 0x2D ? wordEnd + 1 : pastSpace(wordEnd)
      if text.contains("fiscal ", at: offset) { return nil }
      if text.contains("quarter", at: offset) {
        (number, isHalf, end) = (ordinal, false, offset + 7)
      } else if ordinal <= 2, text.contains("half of 20", at: offset) {
        (number, isHalf, end) = (ordinal, true, offset + 4)
      } else {
        return nil
      }
      if ordinal == 1, text.contains("first quarter ever", at: start) { return nil }
    } else {
      guard kind == 0x71 && 1...4 ~= number || kind == 0x68 && 1...2 ~= number,
        !Letter.isWord(text.letter(end))
      else { return nil }
    }
    var year: Int?
    var close = end
    for gap in [" of ", " ", " fy", "'", " of fiscal ", " fiscal ", "/"]
    where text.contains(gap, at: end) {
      if let (value, last) = digits(at: end + gap.count, atMost: 4), last - end - gap.count == 4,
        1990...2100 ~= value
      {
        (year, close) = (value, last)
      }
    }
    if year == nil, isHalf, kind == 0x68, text.cased[start] != 0x48 { return nil }
    let stated = year ?? latest(number, isHalf ? 2 : 4)
    let date =
      isHalf ? PartialDate(year: stated, half: number) : PartialDate(year: stated, quarter: number)
    return made(StatedDate(date), start..<close)
  }

  /// The year of the latest quarter (or half) with this number that has begun.
  private func latest(_ number: Int, _ parts: Int) -> Int {
    let current = (month - 1) / (12 / parts) + 1
    return number <= current ? year : year - 1
  }

  private static let ordinals = WordTable<Int>([
    ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("1st", 1), ("2nd", 2), ("3rd", 3),
    ("4th", 4),
  ])

  /// `fiscal year 2008`, `FY2025`, `fiscal 2026`.
  private func fiscalYear(at start: Int) -> Quantity? {
    guard text.letter(start) == 0x66 else { return nil }
    for word in ["fiscal year ", "fiscal ", "fy ", "fy"] where text.contains(word, at: start) {
      guard let (year, end) = digits(at: start + word.count, atMost: 4) else { continue }
      if end - start - word.count == 4, 1950...2100 ~= year {
        return made(StatedDate(PartialDate(year: year), precision: "fiscal-year"), start..<end)
      }
      if end - start - word.count == 2, word.count == 2, 10...50 ~= year {
        return made(
          StatedDate(PartialDate(year: 2000 + year), precision: "fiscal-year"), start..<end)
      }
    }
    return nil
  }

  /// `end of year`, `end-2025`, `end-February`, `mid-November`, `late 2026`, `year-end`.
  private func edge(at start: Int) -> Quantity? {
    guard text.letter(start) < 0x7A else { return nil }
    for phrase in Self.yearEnds
    where text.contains(phrase, at: start) && text.isWordEnd(start + phrase.count) {
      return yearEnd(year, start..<(start + phrase.count))
    }
    guard let (edge, end) = Self.edges.match(text, at: start) else { return nil }
    let offset = text.letter(end) == 0x2D ? end + 1 : pastSpace(end)
    guard offset > end else { return nil }
    if let (value, last) = digits(at: offset, atMost: 4), last - offset == 4, 1990...2100 ~= value {
      if edge == .end { return yearEnd(value, start..<last) }
      return made(StatedDate(PartialDate(year: value)), start..<last, approximate: true)
    }
    guard let month = monthDate(at: offset), let date = month.date, date.precision == "month" else {
      return nil
    }
    return made(date, start..<month.span.upperBound, approximate: true)
  }

  private func yearEnd(_ year: Int, _ span: Range<Int>) -> Quantity? {
    made(StatedDate(PartialDate(year: year, month: 12)), span, approximate: true)
  }

  private enum Edge { case end, other }
  private static let yearEnds = [
    "end of the year", "end of this year", "end of year", "year-end", "year end", "the year's end",
  ].map(\.folded)
  private static let edges = WordTable<Edge>([
    ("end of", .end), ("end", .end), ("late", .other), ("mid", .other), ("early", .other),
    ("late in", .other), ("early in", .other),
  ])

  /// `July 7`, `7 July 2024`, `October 2014`, `January`.
  func monthDate(at start: Int) -> Quantity? {
    guard let (month, end) = Self.months.match(text, at: start) else { return nil }
    var offset = text.letter(end) == 0x2E ? end + 1 : end
    offset =
      text.letter(offset) == 0x20 ? offset + 1 : text.letter(offset) == 0x2E ? offset + 1 : offset
    if offset > end, let (number, last) = digits(at: offset, atMost: 4) {
      if last - offset == 4, 1900...2100 ~= number {
        return made(StatedDate(PartialDate(year: number, month: month)), start..<last)
      }
      var close = last
      for ordinal in ["st", "nd", "rd", "th"] where text.contains(ordinal, at: last) { close += 2 }
      let comma = text.letter(close) == 0x2C ? close + 1 : close
      if last - offset <= 2, 1...31 ~= number {
        if let (year, end) = digits(at: pastSpace(comma), atMost: 4), end - pastSpace(comma) == 4,
          let day = CivilDay(year: year, month: month, day: number)
        {
          return made(StatedDate(PartialDate(day)), start..<end)
        }
        if !Letter.isWord(text.letter(close)), let day = nearest(month: month, day: number) {
          return made(StatedDate(PartialDate(day)), start..<close)
        }
      }
    }
    let comma = text.letter(end) == 0x2C ? pastSpace(end + 1) : end
    if comma > end, let (number, last) = digits(at: comma, atMost: 4), last - comma == 4,
      1900...2100 ~= number
    {
      return made(StatedDate(PartialDate(year: number, month: month)), start..<last)
    }
    guard Letter.isUppercase(text.cased[start]), isMonthHere(month, start, end) else { return nil }
    let year =
      month > self.month
      ? (isFuture(start) ? self.year : self.year - 1)
      : isFuture(start) && month < self.month ? self.year + 1 : self.year
    return made(StatedDate(PartialDate(year: year, month: month)), start..<end)
  }

  /// May, March and short names are months only after a preposition.
  private func isMonthHere(_ month: Int, _ start: Int, _ end: Int) -> Bool {
    if text.letter(end) == 0x27 { return true }
    guard month == 5 || month == 3 || end - start <= 4 else { return true }
    guard let word = word(endingAt: start - 1)?.text else { return false }
    return [
      "in", "by", "since", "from", "until", "of", "last", "this", "late", "early", "mid", "end",
      "on",
    ].contains(word)
  }

  /// A day of the year next to publication: the past, unless a word of the future stands by it.
  func nearest(month: Int, day: Int) -> CivilDay? {
    let candidates = [year - 1, year, year + 1].compactMap {
      CivilDay(year: $0, month: month, day: day)
    }
    return candidates.min { abs($0.number - published.number) < abs($1.number - published.number) }
  }

  func isFuture(_ start: Int) -> Bool {
    let before = text.letters[max(0, start - 40)..<start]
    return Self.futureCues.contains { before.contains(subsequence: $0) }
  }

  private static let futureCues = [
    "will", "plan", "starting", "upcoming", "until", "将", "拟", "预计", "计划", "定于", "即将",
  ].map(\.folded)

  private static let months = WordTable<Int>(
    [
      "january,jan", "february,feb", "march,mar", "april,apr", "may", "june,jun", "july,jul",
      "august,aug", "september,sept,sep", "october,oct", "november,nov", "december,dec",
    ].enumerated().flatMap { index, names in
      names.split(separator: ",").map { (String($0), index + 1) }
    })
}

import EventModel

/// Finds dates, absolute ones and those told from the day of publication.
struct DateScanner {
  let text: FoldedText
  let published: CivilDay
  /// Where a range begins, when its end is read: `March 30 to April 2`.
  var opening: PartialDate?

  init(text: FoldedText, published: CivilDay) {
    self.text = text
    self.published = published
  }

  /// The date that begins at an offset, with the words that bound it: `since May`, 2035年前,
  /// `from March 30 to April 2`.
  func date(at start: Int) -> Quantity? {
    var (first, side) = (start, DateSide?.none)
    if let (word, end) = Self.sides.match(text, at: start) {
      (first, side) = (pastSpace(end), word)
    }
    if let found = single(at: first) {
      let reading = withWeekday(found)
      return partRange(in: reading, start) ?? range(from: reading, side, start)
        ?? bounded(reading, side, start)
    }
    guard Letter.isDigit(text.letter(first)) || HanNumeral.starts(text.letter(first)),
      let (date, end) = numbersBefore(at: first) ?? yearsApart(at: first)
    else { return nil }
    return made(StatedDate(from: date.from, to: date.to), start..<end)
  }

  static let sides = WordTable<DateSide>([
    ("since", .since), ("ever since", .since), ("until", .until), ("till", .until),
    ("through", .until), ("up to", .until), ("no later than", .until), ("before", .before),
    ("prior to", .before), ("earlier than", .before), ("no earlier than", .from),
    ("not before", .from), ("after", .after), ("later than", .after),
    ("from", .from), ("between", .between), ("从", .from),
    ("自", .from), ("自从", .since),
  ])

  /// One date, without bounds.
  func single(at start: Int) -> DateReading? {
    let letter = text.letter(start)
    if Letter.isDigit(letter) {
      return numericDate(at: start) ?? englishNumbered(at: start) ?? chineseDate(at: start)
    }
    if letter < 0x100 { return englishDate(at: start) }
    return chineseDate(at: start)
  }

  /// With the weekday told beside a day: 6月15日(周三), `June 15 (Wednesday)`.
  private func withWeekday(_ reading: DateReading) -> DateReading {
    guard reading.date.precision == .day else { return reading }
    var next = pastSpace(reading.end)
    let isOpen = text.letter(next) == 0x28
    if isOpen || text.letter(next) == 0x2C { next = pastSpace(next + 1) }
    let weekday: Int? =
      if case (.weekday, let end)? = EnglishDateWord.table.match(text, at: next),
        isOpen || Letter.isUppercase(text.cased[next]) && end - next > 4
      { end } else { weekdayNumber(at: next)?.end }
    guard let weekday, !isOpen || text.letter(weekday) == 0x29 else { return reading }
    var whole = reading
    whole.end = isOpen ? weekday + 1 : weekday
    return whole
  }

  /// A date as found; nil where an end of it is no day that can be written, or lies before its start.
  func made(
    _ date: StatedDate, _ span: Range<Int>, approximate: Bool = false, bound: Bound? = nil
  ) -> Quantity? {
    guard date.first?.isWritable ?? true, date.last?.isWritable ?? true else { return nil }
    if let first = date.first, let last = date.last, last < first { return nil }
    return Quantity(kind: .date, date: date, approximate: approximate, bound: bound, span: span)
  }

  /// The year that a date without one takes: that of the range it ends, else the one of publication.
  func impliedYear(month: Int, _ start: Int, isFuture: Bool = false) -> Int {
    if let begin = opening?.first?.components {
      return month < begin.month ? begin.year + 1 : begin.year
    }
    if isFuture || self.isFuture(start) { return month < self.month ? year + 1 : year }
    return month > self.month ? year - 1 : year
  }

  /// A day without a year: that of the range it ends, else the one next to publication.
  func nearest(month: Int, day: Int) -> CivilDay? {
    if opening?.first != nil {
      return CivilDay(year: impliedYear(month: month, 0), month: month, day: day)
    }
    return nearest { CivilDay(year: $0, month: month, day: day) }
  }

  var year: Int { published.components.year }
  var month: Int { published.components.month }
}

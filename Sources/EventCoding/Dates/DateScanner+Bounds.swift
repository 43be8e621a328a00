import EventModel

/// A date with what a word before it or after it makes of it.
extension DateScanner {
  /// A date with what a word before it or after it makes of it.
  func bounded(_ reading: DateReading, _ before: DateSide?, _ start: Int) -> Quantity? {
    let (side, end) = sideAfter(reading, before) ?? (before, reading.end)
    let precision = reading.precision ?? reading.date.precision.rawValue
    if reading.date.precision == .interval, side != nil, side != .from, side != .between {
      return openedRange(reading.date, side, start..<end)
    }
    let span = start..<end
    switch side {
    case .since:
      return made(
        StatedDate(from: reading.date, to: nil, precision: precision), span, bound: .atLeast)
    case .until:
      return made(
        StatedDate(from: nil, to: reading.date, precision: precision), span, bound: .atMost)
    case .before where reading.isApproximate:
      // Before the end of a year is within it.
      return made(
        StatedDate(from: nil, to: reading.date, precision: precision), span, bound: .atMost)
    case .before:
      guard let date = step(reading.date, by: -1) else { return nil }
      return made(StatedDate(from: nil, to: date, precision: precision), span, bound: .under)
    case .after:
      guard let date = step(reading.date, by: 1) else { return nil }
      return made(StatedDate(from: date, to: nil, precision: precision), span, bound: .over)
    case .from, .between, nil:
      // The word before it is no part of a single date, nor is its article.
      var first = before == nil ? start : firstLetter(of: start)
      if text.contains("the ", at: first) { first += 4 }
      return made(
        StatedDate(reading.date, precision: reading.precision), first..<end,
        approximate: reading.isApproximate)
    }
  }

  /// Everything before, since or after several months or years.
  private func openedRange(_ date: PartialDate, _ side: DateSide?, _ span: Range<Int>) -> Quantity?
  {
    let (first, last) = (date.first.map { PartialDate($0) }, date.last.map { PartialDate($0) })
    switch side {
    case .since: return made(StatedDate(from: first, to: nil), span, bound: .atLeast)
    case .until: return made(StatedDate(from: nil, to: last), span, bound: .atMost)
    case .before:
      return made(
        StatedDate(from: nil, to: first.flatMap { step($0, by: -1) }), span, bound: .under)
    default:
      return made(StatedDate(from: last.flatMap { step($0, by: 1) }, to: nil), span, bound: .over)
    }
  }

  private func firstLetter(of start: Int) -> Int {
    Self.sides.match(text, at: start).map { pastSpace($0.end) } ?? start
  }

  /// 以前, 以后, 以来 … after a date; `onwards`.
  private func sideAfter(
    _ reading: DateReading, _ before: DateSide?
  ) -> (side: DateSide?, end: Int)? {
    let end = reading.end
    if before == .after || before == .before, isOwner(end) { return (nil, end) }
    if text.letter(end) < 0x100 {
      for (word, side) in Self.englishSidesAfter
      where text.contains(word, at: end) && text.isWordEnd(end + word.utf8.count) {
        return (side, end + word.utf8.count)
      }
      guard before == .from, text.contains(" on,", at: end) || text.contains(" on.", at: end) else {
        return nil
      }
      return (.since, end + 3)
    }
    guard let (side, wordEnd) = Self.sidesAfter.match(text, at: end) else { return nil }
    let isShort = wordEnd - end == 1
    if isShort,
      Self.afterShortSides.contains(text.letter(wordEnd))
        || HanNumeral.starts(text.letter(wordEnd)) || Letter.isDigit(text.letter(wordEnd))
    {
      return nil
    }
    // 7月1日起 and 自明年起 name the day; 自2020年起 everything since.
    if side == .since, text.letter(end) == 0x8D77 || text.letter(end) == 0x5F00,
      before == nil || reading.date.first.map({ $0 > published }) ?? false
    {
      return nil
    }
    return (side, wordEnd)
  }

  /// A possessive: `after Tuesday's vote` is of that day.
  private func isOwner(_ end: Int) -> Bool { text.letter(end) == 0x27 }

  private static let englishSidesAfter: [(String, DateSide)] = [
    (" onwards", .since), (" onward", .since), (" or later", .since), (" and later", .since),
    (" or after", .since), (" or earlier", .until), (" and earlier", .until),
    (" or before", .until),
  ]
  private static let sidesAfter = WordTable<DateSide>([
    ("以前", .before), ("之前", .before), ("前", .before), ("及以前", .until), ("或之前", .until),
    ("及之前", .until), ("或以前", .until),
    ("或以后", .since),
    ("以后", .after), ("之后", .after), ("后", .after), ("及以后", .since), ("或之后", .since),
    ("及之后", .since), ("以来", .since), ("起", .since), ("开始", .since), ("开始至今", .since),
    ("至今", .since), ("以降", .since),
  ])
  /// What makes another word of 前 or 后: 前后, 前夕, 后续.
  private static let afterShortSides = "后夕列期端半沿景瞻往所台首者排任市来续劲继天日".folded
}

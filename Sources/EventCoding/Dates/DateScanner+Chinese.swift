import EventModel

extension DateScanner {
  func chineseDate(at start: Int) -> Quantity? {
    let opening = text.letter(start) == 0x4ECE ? pastSpace(start + 1) : start  // 从
    guard let found = chineseSingle(at: opening) else { return nil }
    if let range = chineseRange(from: found, start: start) { return range }
    return opening == start ? found : nil
  }

  private func chineseSingle(at start: Int) -> Quantity? {
    yearDate(at: start) ?? chineseRelative(at: start) ?? monthAndDay(
      at: start, year: nil, from: start)
      ?? quarterAlone(at: start) ?? pastOrFuture(at: start) ?? ago(at: start)
  }

  /// 2015年1月至12月, 2019年6月1日-6月30日, 1995年-1997年.
  private func chineseRange(from found: Quantity, start: Int) -> Quantity? {
    let offset = pastSpace(found.span.upperBound)
    guard [0x81F3, 0x5230, 0x2D, 0x7E].contains(text.letter(offset)),
      let first = found.date?.partialDate,
      let begin = first.first
    else { return nil }
    let next = pastSpace(offset + 1)
    let year = begin.components.year
    let second =
      yearDate(at: next) ?? monthAndDay(at: next, year: year, from: next)
      ?? bareDay(at: next, begin)
    guard let second, let last = second.date?.partialDate, let end = last.last, begin < end else {
      return nil
    }
    return made(StatedDate(from: first, to: last), start..<second.span.upperBound)
  }

  /// 8日 after 6月1日至.
  private func bareDay(at start: Int, _ begin: CivilDay) -> Quantity? {
    guard let (day, end) = number(at: start), [0x65E5, 0x53F7].contains(text.letter(end)),
      let date = CivilDay(year: begin.components.year, month: begin.components.month, day: day)
    else { return nil }
    return made(StatedDate(PartialDate(date)), start..<(end + 1))
  }

  /// 2022年, 2022年10月, 2022年底, 2023年上半年, 2024年第三季度, 二零零四年八月十五, 今年…
  private func yearDate(at start: Int) -> Quantity? {
    var (year, offset): (Int, Int)
    if let (value, end) = digits(at: start, atMost: 4), end - start == 4 || end - start == 2 {
      guard text.letter(pastSpace(end)) == 0x5E74 || text.contains("财年", at: end) else {
        return nil
      }
      if end - start == 2 {
        guard (70...99).contains(value) || text.letter(start - 1) == 0x27,
          text.letter(end + 1) != 0x4EE3
        else { return nil }
      }
      year = value < 100 ? value + 1900 : value
      offset = pastSpace(end) + 1
      if text.contains("财年", at: end) { offset = end }
    } else if let value = text.hanDigits(at: start, count: 4), text.letter(start + 4) == 0x5E74 {
      (year, offset) = (value, start + 5)
    } else if let (step, end) = Self.years.match(text, at: start) {
      (year, offset) = (self.year + step, end)
    } else {
      return nil
    }
    if text.contains("上年同期", at: start) { return nil }
    guard 1000...2200 ~= year else { return nil }
    return afterYear(year, from: start, at: offset)
  }

  private func afterYear(_ year: Int, from start: Int, at offset: Int) -> Quantity? {
    let near = pastSpace(offset)
    if text.contains("财年", at: offset) || text.letter(offset) == 0x8D22 {
      let close = text.contains("财年", at: offset) ? offset + 2 : offset
      if let (quarter, end) = quarterNumber(at: close) {
        return made(StatedDate(PartialDate(year: year, quarter: quarter)), start..<end)
      }
      return made(StatedDate(PartialDate(year: year), precision: "fiscal-year"), start..<close)
    }
    if let (half, end) = Self.halves.match(text, at: near) {
      return made(StatedDate(PartialDate(year: year, half: half)), start..<end)
    }
    if let (quarter, end) = quarterNumber(at: near) {
      return made(StatedDate(PartialDate(year: year, quarter: quarter)), start..<end)
    }
    if let (isEnd, end) = Self.edges.match(text, at: offset) {
      let month = isEnd ? 12 : 1
      return made(StatedDate(PartialDate(year: year, month: month)), start..<end, approximate: true)
    }
    if let date = monthAndDay(at: near, year: year, from: start) { return date }
    if text.contains("同期", at: offset), let last = previousPart(at: start) {
      return made(StatedDate(moved(last, to: year)), start..<(offset + 2))
    }
    for (word, isBefore) in [
      ("以前", true), ("之前", true), ("前", true), ("以后", false), ("之后", false), ("以来", false),
      ("后", false),
    ] {
      guard text.contains(word, at: offset) else { continue }
      if word.count == 1, Letter.isHan(text.letter(offset + 1)) { continue }
      return isBefore
        ? made(
          StatedDate(from: nil, to: PartialDate(year: year - 1), precision: "year"),
          start..<(offset + word.count), bound: .under)
        : made(
          StatedDate(from: PartialDate(year: year), to: nil, precision: "year"),
          start..<(offset + word.count), bound: .atLeast)
    }
    if text.letter(offset) == 0x5EA6 || text.contains("全年", at: near) {
      return made(StatedDate(PartialDate(year: year)), start..<offset)
    }
    let isAbout = text.contains("大概", at: offset) || text.contains("左右", at: offset)
    return made(StatedDate(PartialDate(year: year)), start..<offset, approximate: isAbout)
  }

  /// 10月, 2月2日, 11月底, 八月十五; without a year the one next to publication.
  private func monthAndDay(at start: Int, year: Int?, from opening: Int) -> Quantity? {
    guard let (month, end) = number(at: start), 1...12 ~= month,
      text.letter(pastSpace(end)) == 0x6708
    else { return nil }
    let offset = pastSpace(end) + 1
    if text.letter(offset) == 0x6708 || text.letter(offset) == 0x7C7B { return nil }
    let near = pastSpace(offset)
    if let (day, last) = number(at: near), 1...31 ~= day {
      let hasMark = [0x65E5, 0x53F7].contains(text.letter(pastSpace(last)))
      if hasMark
        || (HanNumeral.starts(text.letter(near)) && year != nil && !Letter.isHan(text.letter(last)))
      {
        let date =
          year.flatMap { CivilDay(year: $0, month: month, day: day) }
          ?? nearest(month: month, day: day)
        guard let date else { return nil }
        return made(StatedDate(PartialDate(date)), opening..<(hasMark ? pastSpace(last) + 1 : last))
      }
    }
    let stated =
      year
      ?? (month > self.month && !isFuture(start)
        ? self.year - 1 : month < self.month && isFuture(start) ? self.year + 1 : self.year)
    let isEdge =
      [0x5E95, 0x521D, 0x672B, 0x4E2D].contains(text.letter(offset))
      && !Letter.isHan(text.letter(offset + 1)) || [0x5E95, 0x521D].contains(text.letter(offset))
    return made(
      StatedDate(PartialDate(year: stated, month: month)), opening..<(isEdge ? offset + 1 : offset),
      approximate: isEdge)
  }

  /// 第一季度, 三季度, 第四财季, Q2.
  private func quarterNumber(at start: Int) -> (quarter: Int, end: Int)? {
    var offset = start
    if text.letter(offset) == 0x71, 1...4 ~= Int(text.letter(offset + 1)) - 0x30 {
      return (Int(text.letter(offset + 1)) - 0x30, offset + 2)
    }
    if text.letter(offset) == 0x7B2C { offset += 1 }
    guard let (quarter, end) = number(at: offset), 1...4 ~= quarter else { return nil }
    for word in ["季度", "财季", "季报", "季"] where text.contains(word, at: pastSpace(end)) {
      return (quarter, pastSpace(end) + word.count)
    }
    return nil
  }

  private func quarterAlone(at start: Int) -> Quantity? {
    guard let (quarter, end) = quarterNumber(at: start), end > start + 2 else { return nil }
    let current = (month - 1) / 3 + 1
    return made(
      StatedDate(PartialDate(year: quarter <= current ? year : year - 1, quarter: quarter)),
      start..<end)
  }

  /// A small number in either script.
  func number(at start: Int) -> (value: Int, end: Int)? {
    if let found = digits(at: start, atMost: 2) { return found }
    guard let numeral = text.hanNumeral(at: start), numeral.upper == nil,
      numeral.value <= ExactDecimal(31)
    else { return nil }
    return (Int(numeral.value.significand), numeral.end)
  }

  /// The quarter or half named last before an offset.
  private func previousPart(at start: Int) -> PartialDate? {
    for offset in stride(from: start - 1, to: max(-1, start - 40), by: -1)
    where text.isWordStart(offset) {
      if let (quarter, _) = quarterNumber(at: offset) {
        return PartialDate(year: 2000, quarter: quarter)
      }
      if let (half, _) = Self.halves.match(text, at: offset) {
        return PartialDate(year: 2000, half: half)
      }
    }
    return nil
  }

  private func moved(_ date: PartialDate, to year: Int) -> PartialDate {
    let month = date.first!.components.month
    return date.precision == .half
      ? PartialDate(year: year, half: (month + 5) / 6)
      : PartialDate(year: year, quarter: (month + 2) / 3)
  }

  private static let years = WordTable<Int>([
    ("今年", 0), ("去年", -1), ("明年", 1), ("前年", -2), ("后年", 2), ("本年", 0), ("当年", 0), ("上年", -1),
  ])
  static let halves = WordTable<Int>([("上半年", 1), ("下半年", 2)])
  private static let edges = WordTable<Bool>([
    ("年底", true), ("底", true), ("末", true), ("年末", true), ("初", false), ("年初", false),
  ])
}

import EventModel

/// Quarters, weeks and runs of months by number.
extension DateScanner {
  /// 第一季度, 三季度, 第四财季, Q2, 首季度, 前三季度; `strict` where no year stands before it.
  func quarterNumber(at start: Int, strict: Bool) -> (quarters: ClosedRange<Int>, end: Int)? {
    if text.letter(start) == 0x71, 1...4 ~= Int(text.letter(start + 1)) - 0x30 {
      let quarter = Int(text.letter(start + 1)) - 0x30
      return strict ? nil : (quarter...quarter, start + 2)
    }
    var offset = start
    let isFirstOnes = text.letter(start) == 0x524D  // 前
    if isFirstOnes || text.letter(start) == 0x7B2C { offset += 1 }
    var quarter = 1
    if text.letter(start) == 0x9996 {  // 首
      offset = start + 1
    } else {
      guard let (number, end) = number(at: offset), 1...4 ~= number else { return nil }
      (quarter, offset) = (number, pastSpace(end))
    }
    if text.letter(offset) == 0x4E2A { offset += 1 }
    for word in ["季度", "财季", "季报", "季"] where text.contains(word, at: offset) {
      let end = offset + word.unicodeScalars.count
      if word == "季", strict { continue }
      if text.letter(offset - 1) == 0x4E2A, !isFirstOnes, text.letter(start) != 0x7B2C {
        return nil
      }
      return (isFirstOnes ? 1...quarter : quarter...quarter, end)
    }
    return nil
  }

  func reading(_ quarters: ClosedRange<Int>, of year: Int, end: Int) -> DateReading {
    let first = PartialDate(year: year, quarter: quarters.lowerBound)
    let last = PartialDate(year: year, quarter: quarters.upperBound)
    return DateReading(date: first == last ? first : PartialDate(from: first, to: last), end: end)
  }

  func chineseQuarter(at start: Int) -> DateReading? {
    guard let (quarters, end) = quarterNumber(at: start, strict: true) else {
      return firstMonths(at: start, of: nil)
    }
    let current = (month - 1) / 3 + 1
    let number = quarters.upperBound
    var year = number <= current ? self.year : self.year - 1
    if isFuture(start), number > current { year = self.year }
    var found = reading(quarters, of: year, end: end)
    found.impliesYear = true
    return edged(found)
  }

  /// 前5个月: January to May.
  func firstMonths(at start: Int, of year: Int?) -> DateReading? {
    guard text.letter(start) == 0x524D, let (count, end) = number(at: start + 1), 2...12 ~= count
    else { return nil }
    let offset = text.letter(pastSpace(end)) == 0x4E2A ? pastSpace(end) + 1 : pastSpace(end)
    guard text.letter(offset) == 0x6708 else { return nil }
    let stated = year ?? (count <= month ? self.year : self.year - 1)
    let date = PartialDate(
      from: PartialDate(year: stated, month: 1), to: PartialDate(year: stated, month: count))
    return DateReading(date: date, end: offset + 1)
  }

  /// 第12周; 0 is 最后一周.
  func weekNumber(at start: Int) -> (week: Int, end: Int)? {
    for word in ["最后一周", "最后一个星期"] where text.contains(word, at: start) {
      return (0, start + word.unicodeScalars.count)
    }
    guard text.letter(start) == 0x7B2C, let (week, end) = number(at: start + 1) else { return nil }
    let offset = text.letter(end) == 0x4E2A ? end + 1 : pastSpace(end)
    for word in ["周", "星期", "礼拜"] where text.contains(word, at: offset) {
      return (week, offset + word.unicodeScalars.count)
    }
    return nil
  }

  /// The quarter or half named last before an offset.
  func previousPart(at start: Int) -> PartialDate? {
    for offset in stride(from: start, to: max(-1, start - 40), by: -1)
    where text.isWordStart(offset) {
      if let (quarters, _) = quarterNumber(at: offset, strict: false) {
        return PartialDate(year: 2000, quarter: quarters.upperBound)
      }
      if let (half, _) = Self.halves.match(text, at: offset) {
        return PartialDate(year: 2000, half: half)
      }
    }
    return nil
  }

  /// 20世纪, 上世纪90年代, 本世纪初, 八十年代, 2010年代.
  func decades(at start: Int) -> DateReading? {
    var (century, offset) = (19, start)
    if text.contains("上世纪", at: start) || text.contains("上个世纪", at: start) {
      (century, offset) = (
        (year - 1) / 100 - 1, text.letter(start + 1) == 0x4E2A ? start + 4 : start + 3
      )
    } else if text.contains("本世纪", at: start) {
      (century, offset) = ((year - 1) / 100, start + 3)
    } else if let (number, end) = number(at: start), text.contains("世纪", at: end), 10...22 ~= number
    {
      (century, offset) = (number - 1, end + 2)
    }
    let hasCentury = offset > start
    if let (number, end) = decadeNumber(at: offset), text.contains("年代", at: end) {
      let first = number >= 1000 ? number : century * 100 + number
      guard 1000...2200 ~= first, hasCentury || number >= 1000 || number >= 20 else { return nil }
      let date = PartialDate(from: PartialDate(year: first), to: PartialDate(year: first + 9))
      let isPart = ["初", "末", "中", "后"].contains { text.contains($0, at: end + 2) }
      return DateReading(date: date, end: end + 2, isApproximate: isPart)
    }
    guard hasCentury else { return nil }
    let first = century * 100 + 1
    guard 1000...2200 ~= first else { return nil }
    let isStart = text.letter(offset) == 0x521D
    let last = isStart ? first + 9 : first + 99
    let date = PartialDate(from: PartialDate(year: first), to: PartialDate(year: last))
    return DateReading(date: date, end: isStart ? offset + 1 : offset, isApproximate: isStart)
  }

  /// 90, 九十, 2010.
  private func decadeNumber(at start: Int) -> (value: Int, end: Int)? {
    guard let (value, end) = digits(at: start, atMost: 4) ?? number(at: start), value % 10 == 0,
      value < 100 || value >= 1000
    else { return nil }
    return (value, end)
  }
}

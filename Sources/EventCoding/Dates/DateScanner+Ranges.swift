import EventModel

/// Two dates with what joins them.
extension DateScanner {
  func range(from first: DateReading, _ side: DateSide?, _ start: Int) -> Quantity? {
    guard side != .before, side != .after,
      let next = connector(at: first.end, side) ?? connector(at: pastTime(first), side)
    else { return nil }
    var later = self
    later.opening = first.date
    guard
      let second = later.single(at: next) ?? later.dayAlone(at: next, in: first.date)
        ?? later.yearAlone(at: next, after: first.date)
    else { return nil }
    var from = first.date
    // March 30 to April 2, 2024
    if first.impliesYear, !second.impliesYear, let day = from.first, let end = second.date.first {
      let year = end.components.year
      from = moved(from, to: day.components.month > end.components.month ? year - 1 : year)
    }
    guard let begin = from.first, let last = second.date.last, begin < last,
      begin != second.date.first
    else { return nil }
    var end = second.end
    for word in ["之间", "期间", "间", "止"] where text.contains(word, at: end) {
      end += word.count
      break
    }
    return made(StatedDate(from: from, to: second.date), start..<end)
  }

  /// Past the time of a day: 下午两点, 11:00.
  private func pastTime(_ day: DateReading) -> Int {
    guard day.date.precision == .day else { return day.end }
    var offset = pastSpace(day.end)
    for part in ["上午", "下午", "早上", "晚上", "凌晨", "中午", "傍晚"] where text.contains(part, at: offset) {
      offset += 2
      break
    }
    guard let (_, end) = number(at: offset) else { return offset }
    if text.letter(end) == 0x70B9 || text.letter(end) == 0x65F6 {  // 点, 时
      let half = text.letter(end + 1) == 0x534A ? end + 2 : end + 1
      guard let (_, minute) = number(at: half), text.letter(minute) == 0x5206 else { return half }
      return minute + 1
    }
    guard text.letter(end) == 0x3A else { return day.end }
    var close = end
    while text.letter(close) == 0x3A, let (_, next) = digits(at: close + 1, atMost: 2) {
      close = next
    }
    return text.letter(close) == 0x65F6 ? close + 1 : close
  }

  /// Past `-`, `to`, 至 and the like; `and` only where 之间 or `between` asks for it.
  private func connector(at end: Int, _ side: DateSide?) -> Int? {
    let offset = pastSpace(end)
    switch text.letter(offset) {
    case 0x2D, 0x7E, 0x2014:
      var next = offset + 1
      if text.letter(next) == text.letter(offset) { next += 1 }
      return pastSpace(next)
    case 0x81F3, 0x5230: return pastSpace(offset + 1)
    case 0x548C where side == .between || hasBetween(after: offset),
      0x4E0E where side == .between || hasBetween(after: offset):
      return pastSpace(offset + 1)
    default: break
    }
    guard offset > end else { return nil }
    for word in ["to ", "through ", "until ", "till "] where text.contains(word, at: offset) {
      return offset + word.utf8.count
    }
    return side == .between && text.contains("and ", at: offset) ? offset + 4 : nil
  }

  /// 之间 or 期间 within the next few letters of the clause.
  private func hasBetween(after offset: Int) -> Bool {
    for next in (offset + 1)..<(offset + 16) {
      let letter = text.letter(next)
      if letter == 0x2C || letter == 0x3002 || letter == 0 { return false }
      if text.contains("之间", at: next) || text.contains("期间", at: next) { return true }
      if letter == 0x95F4, [0x65E5, 0x6708, 0x5E74].contains(text.letter(next - 1)) { return true }
    }
    return false
  }

  /// `12` of `June 8-12` and 8日 of 6月1日至8日.
  private func dayAlone(at start: Int, in first: PartialDate) -> DateReading? {
    guard first.precision == .day, let begin = first.first,
      let (day, end) = digits(at: start, atMost: 2) ?? number(at: start),
      Letter.isDigit(text.letter(start)) || [0x65E5, 0x53F7].contains(text.letter(end))
    else { return nil }
    var close = end
    if [0x65E5, 0x53F7].contains(text.letter(end)) { close += 1 }
    for word in ["st", "nd", "rd", "th"] where text.contains(word, at: end) { close += 2 }
    let (year, month, _) = begin.components
    guard !Letter.isWord(text.letter(close)), ![0x25, 0x2E, 0x2F].contains(text.letter(close)),
      let date = CivilDay(year: year, month: month, day: day)
    else { return nil }
    if text.letter(close) == 0x2C, let (year, end) = fourDigits(at: pastSpace(close + 1)),
      let date = CivilDay(year: year, month: month, day: day)
    {
      return DateReading(date: PartialDate(date), end: end)
    }
    return DateReading(date: PartialDate(date), end: close, impliesYear: true)
  }

  /// `2018` of `from 2014 to 2018`, `26` of `2025-26`.
  private func yearAlone(at start: Int, after first: PartialDate) -> DateReading? {
    guard first.precision == .year, let year = first.first?.components.year,
      let (last, end) = fourDigits(at: start), last > year, last - year < 200
    else { return nil }
    return DateReading(
      date: PartialDate(year: last), end: text.letter(end) == 0x5E74 ? end + 1 : end)
  }

  /// 1-9月 of 2018年1-9月, 12-19日 of 4月12-19日.
  func partRange(in whole: DateReading, _ start: Int) -> Quantity? {
    guard [.year, .month].contains(whole.date.precision) else { return nil }
    var later = self
    later.opening = whole.date
    guard let (date, end) = later.numbersBefore(at: pastSpace(whole.end)),
      date.to.precision != whole.date.precision
    else { return nil }
    return made(StatedDate(from: date.from, to: date.to), start..<end)
  }

  /// A number that takes its unit from the date behind it: 1至5月, `5-8 March`, 5-8日.
  func numbersBefore(
    at start: Int
  ) -> (date: (from: PartialDate, to: PartialDate), end: Int)? {
    guard let (number, end) = number(at: start) else { return nil }
    let offset = pastSpace(end)
    let isDash = [0x2D, 0x7E, 0x2014, 0x81F3, 0x5230].contains(text.letter(offset))
    guard isDash || text.contains("to ", at: offset), number > 0 else { return nil }
    var next = pastSpace(offset + (isDash ? 1 : 3))
    if isDash, text.letter(next) == text.letter(offset) { next += 1 }
    guard Letter.isDigit(text.letter(next)) || HanNumeral.starts(text.letter(next)),
      let second = single(at: next), let begin = second.date.first
    else { return nil }
    let (year, month, day) = begin.components
    switch second.date.precision {
    case .month where number < month:
      return ((PartialDate(year: year, month: number), second.date), second.end)
    case .day where number < day:
      guard let from = CivilDay(year: year, month: month, day: number) else { return nil }
      return ((PartialDate(from), second.date), second.end)
    default: return nil
    }
  }

  /// 2014-2018年, `between 2014-2018`.
  func yearsApart(
    at start: Int
  ) -> (date: (from: PartialDate, to: PartialDate), end: Int)? {
    guard let (year, end) = fourDigits(at: start), 1000...2200 ~= year,
      text.letter(start - 1) != 0x2D
    else { return nil }
    guard let next = connector(at: end, .from), Letter.isDigit(text.letter(next)) else {
      return nil
    }
    if let (last, lastEnd) = fourDigits(at: next), year < last, last < 2200 {
      let mark = pastSpace(lastEnd)
      let isYears = text.letter(mark) == 0x5E74
      guard
        isYears
          || 1900...2100 ~= year && !Letter.isWord(text.letter(lastEnd))
            && text.letter(lastEnd) != 0x2D
      else {
        return nil
      }
      guard isYears || Unit.counts.match(text, at: mark) == nil || mark == lastEnd else {
        return nil
      }
      return (
        (PartialDate(year: year), PartialDate(year: last)), isYears ? mark + 1 : lastEnd
      )
    }
    // 2025-26
    guard next == end + 1, let (short, last) = digits(at: next, atMost: 2), last == next + 2,
      short == (year + 1) % 100, short > 12, !Letter.isWord(text.letter(last)),
      text.letter(last) != 0x2D
    else { return nil }
    return ((PartialDate(year: year), PartialDate(year: year + 1)), last)
  }
}

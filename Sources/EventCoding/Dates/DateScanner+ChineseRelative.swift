import EventModel

extension DateScanner {
  /// 昨天, 上周, 下下周, 本季度, 上月, 上半年, 周五.
  func chineseRelative(at start: Int) -> Quantity? {
    if let (days, end) = Self.days.match(text, at: start) {
      if text.contains("今日头条", at: start) { return nil }
      return made(StatedDate(PartialDate(published.advanced(by: days))), start..<end)
    }
    if let (half, end) = Self.halves.match(text, at: start) {
      let current = (month - 1) / 6 + 1
      return made(
        StatedDate(PartialDate(year: half <= current ? year : year - 1, half: half)), start..<end)
    }
    if let (month, end) = Self.yearEdges.match(text, at: start) {
      return made(StatedDate(PartialDate(year: year, month: month)), start..<end, approximate: true)
    }
    var (step, offset) = (0, start)
    switch text.letter(start) {
    case 0x672C, 0x8FD9, 0x5F53: offset += 1
    case 0x4E0A, 0x4E0B:
      let mark = text.letter(start)
      while text.letter(offset) == mark {
        step += mark == 0x4E0A ? -1 : 1
        offset += 1
      }
    default: break
    }
    if let (weekday, end) = weekdayNumber(at: offset) {
      let monday = published.advanced(by: 1 - published.weekday + 7 * step)
      return made(StatedDate(PartialDate(monday.advanced(by: weekday - 1))), start..<end)
    }
    guard offset > start, let (unit, end) = Self.units.match(text, at: offset) else { return nil }
    if unit == .week, [0x520A].contains(text.letter(end)) { return nil }
    guard let date = date(unit, step) else { return nil }
    return made(StatedDate(date), start..<end)
  }

  /// 周五, 星期天.
  private func weekdayNumber(at start: Int) -> (weekday: Int, end: Int)? {
    for word in ["周", "星期", "礼拜"] where text.contains(word, at: start) {
      let letter = text.letter(start + word.count)
      if letter == 0x65E5 || letter == 0x5929 {
        return letter == 0x5929 && word.count == 1 ? nil : (7, start + word.count + 1)
      }
      guard let number = HanNumeral.digit(letter), 1...6 ~= number,
        !(word.count == 1 && Letter.isHan(text.letter(start - 1))
          && text.letter(start - 1) == 0x4E00)
      else { return nil }
      return (number, start + word.count + 1)
    }
    return nil
  }

  /// 过去十年, 过去的两年, 未来三至五年, 未来五年; 未来两个财年 is a length of time.
  func pastOrFuture(at start: Int) -> Quantity? {
    guard let (direction, end) = Self.directions.match(text, at: start) else { return nil }
    let hasParticle = text.letter(end) == 0x7684
    let offset = pastSpace(hasParticle ? end + 1 : end)
    guard
      let numeral = HanNumeral.starts(text.letter(offset))
        ? text.hanNumeral(at: offset) : text.arabicNumeral(at: offset)
    else { return nil }
    var (first, last, close) = (numeral.value, numeral.upper ?? numeral.value, numeral.end)
    if [0x81F3, 0x5230, 0x2D].contains(text.letter(close)),
      let next = text.arabicNumeral(at: close + 1) ?? text.hanNumeral(at: close + 1)
    {
      (last, close) = (next.value, next.end)
    }
    guard let (unit, unitEnd) = Unit.durations.match(text, at: pastSpace(close)) else { return nil }
    if unit.name == "fiscal-year" {
      return Quantity(kind: .duration, value: first, unit: unit.name, span: start..<unitEnd)
    }
    guard let near = shifted(first, unit.name, direction),
      let far = shifted(last, unit.name, direction)
    else { return nil }
    let isRange = first < last
    if direction > 0 {
      let from = isRange ? near : published
      return made(
        StatedDate(from: PartialDate(from), to: PartialDate(far)), start..<unitEnd,
        approximate: isRange)
    }
    return made(
      StatedDate(from: PartialDate(far), to: PartialDate(published)), start..<unitEnd,
      approximate: hasParticle)
  }

  /// 5年前, 三个月前, 10天后.
  func ago(at start: Int) -> Quantity? {
    guard Letter.isDigit(text.letter(start)) || HanNumeral.digit(text.letter(start)) != nil,
      let (value, end) = number(at: start),
      let (unit, unitEnd) = Unit.durations.match(text, at: pastSpace(end))
    else { return nil }
    let mark = text.letter(unitEnd)
    let isBefore =
      mark == 0x524D || text.contains("以前", at: unitEnd) || text.contains("之前", at: unitEnd)
    let isAfter = mark == 0x540E || text.contains("之后", at: unitEnd)
    guard isBefore || isAfter else { return nil }
    let close = unitEnd + (mark == 0x524D || mark == 0x540E ? 1 : 2)
    guard let day = shifted(ExactDecimal(value), unit.name, isBefore ? -1 : 1) else { return nil }
    let date: PartialDate
    switch unit.name {
    case "year": date = PartialDate(year: day.components.year)
    case "month": date = PartialDate(year: day.components.year, month: day.components.month)
    case "week": date = week(day)
    case "day": date = PartialDate(day)
    default: return nil
    }
    return made(StatedDate(date), start..<close, approximate: unit.name != "day")
  }

  private func shifted(_ value: ExactDecimal, _ unit: String, _ sign: Int) -> CivilDay? {
    guard let number = Int(exactly: value.double.rounded()), 0...4_000_000 ~= number else {
      return nil
    }
    let count = number * sign
    switch unit {
    case "year", "fiscal-year": return published.advanced(byMonths: 12 * count)
    case "month": return published.advanced(byMonths: count)
    case "quarter": return published.advanced(byMonths: 3 * count)
    case "week": return published.advanced(by: 7 * count)
    case "day": return published.advanced(by: count)
    default: return nil
    }
  }

  private static let days = WordTable<Int>([
    ("今天", 0), ("今日", 0), ("昨天", -1), ("昨日", -1), ("前天", -2), ("明天", 1), ("明日", 1), ("后天", 2),
    ("今晚", 0), ("昨晚", -1), ("今晨", 0), ("当日", 0), ("前日", -2), ("大前天", -3), ("今早", 0), ("当地时间昨日", -1),
  ])
  private static let units = WordTable<Span>([
    ("周", .week), ("星期", .week), ("个星期", .week), ("月", .month), ("个月", .month), ("季度", .quarter),
    ("季", .quarter),
    ("个季度", .quarter), ("财季", .quarter), ("年度", .year),
  ])
  private static let yearEdges = WordTable<Int>([("年底", 12), ("年初", 1)])
  private static let directions = WordTable<Int>([
    ("过去", -1), ("最近", -1), ("未来", 1), ("今后", 1), ("此后", 1), ("接下来", 1),
  ])
}

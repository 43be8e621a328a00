import EventModel

extension DateScanner {
  /// 昨天, 上周五, 下下周, 本季度, 上月20号, 上半年, 月底.
  func chineseRelative(at start: Int) -> DateReading? {
    if let (step, end) = Self.days.match(text, at: start) {
      if text.contains("今日头条", at: start) { return nil }
      return date(.day, step).map { DateReading(date: $0, end: end) }
    }
    if let (half, end) = Self.halves.match(text, at: start), text.letter(start) >= 0x100 {
      let year = half <= (month - 1) / 6 + 1 || isFuture(start) ? self.year : self.year - 1
      return DateReading(date: PartialDate(year: year, half: half), end: end, impliesYear: true)
    }
    if let (month, end) = Self.yearEdges.match(text, at: start) {
      if text.contains("至今", at: end), let first = CivilDay(year: year, month: 1, day: 1) {
        let date = PartialDate(from: PartialDate(first), to: PartialDate(published))
        return DateReading(date: date, end: end + 2)
      }
      return DateReading(date: PartialDate(year: year, month: month), end: end, isApproximate: true)
    }
    if text.contains("月底", at: start) || text.contains("月初", at: start), !isPartOfMonth(start) {
      return date(.month, 0).map { DateReading(date: $0, end: start + 2, isApproximate: true) }
    }
    return stepped(at: start)
  }

  private func isPartOfMonth(_ start: Int) -> Bool {
    let before = text.letter(start - 1)
    return Letter.isDigit(before) || HanNumeral.starts(before) || before == 0x4E2A
  }

  /// 上, 下, 本, 这 before a week, weekday, month, quarter or half; a weekday alone.
  private func stepped(at start: Int) -> DateReading? {
    var (step, offset) = (0, start)
    switch text.letter(start) {
    case 0x672C, 0x8FD9, 0x5F53: offset += 1  // 本, 这, 当
    case 0x4E0A, 0x4E0B:  // 上, 下
      let mark = text.letter(start)
      while text.letter(offset) == mark, offset - start < 8 {
        step += mark == 0x4E0A ? -1 : 1
        offset += 1
      }
    default: break
    }
    let isStepped = offset > start
    if isStepped {
      for word in ["一个", "一", "个"] where text.contains(word, at: offset) {
        offset += word.unicodeScalars.count
        break
      }
    }
    if let (weekday, end) = weekdayNumber(at: offset) {
      return self.weekday(weekday, isStepped ? step : nil, start, end)
    }
    guard isStepped else { return nil }
    if text.contains("半年", at: offset), text.letter(offset - 1) == 0x4E2A {
      return date(.half, step).map { DateReading(date: $0, end: offset + 2) }
    }
    guard let (unit, end) = Self.units.match(text, at: offset), let date = date(unit, step) else {
      return nil
    }
    switch unit {
    case .week:
      if let (weekday, close) = weekdayNumber(at: end) {  // 上周周三
        return DateReading(date: PartialDate(day(weekday, step)), end: close)
      }
      // 本周刊, 上周边
      if "刊边转折".folded.contains(text.letter(end)) { return nil }
      if text.letter(end) == 0x672B {  // 末
        let saturday = PartialDate(day(6, step))
        return DateReading(
          date: PartialDate(from: saturday, to: PartialDate(day(7, step))), end: end + 1)
      }
    case .month: return monthDay(of: date, at: end)
    case .quarter: return edged(DateReading(date: date, end: end))
    default: break
    }
    return DateReading(date: date, end: end)
  }

  /// 20号 of 上月20号, 底 of 本月底.
  private func monthDay(of month: PartialDate, at end: Int) -> DateReading? {
    let near = text.letter(end) == 0x7684 ? end + 1 : pastSpace(end)
    if let (day, last) = number(at: near), [0x65E5, 0x53F7].contains(text.letter(last)),
      let (year, number, _) = month.first?.components,
      let date = CivilDay(year: year, month: number, day: day)
    {
      return DateReading(date: PartialDate(date), end: last + 1)
    }
    return afterMonth(month, at: end)
  }

  /// A weekday of the week named, else the latest one, or the next after a word of the future.
  private func weekday(_ weekday: Int, _ step: Int?, _ start: Int, _ end: Int) -> DateReading? {
    if let step { return DateReading(date: PartialDate(day(weekday, step)), end: end) }
    if let begin = opening?.first {
      let days = (weekday - begin.weekday + 7) % 7
      return DateReading(date: PartialDate(begin.advanced(by: days)), end: end)
    }
    return DateReading(date: PartialDate(nextTo(weekday: weekday, start)), end: end)
  }

  /// 周五, 星期天.
  func weekdayNumber(at start: Int) -> (weekday: Int, end: Int)? {
    for word in ["周", "星期", "礼拜", "週", "禮拜"] where text.contains(word, at: start) {
      let offset = start + word.unicodeScalars.count
      let isShort = offset - start == 1
      let letter = text.letter(offset)
      if letter == 0x65E5 || letter == 0x5929 {
        return letter == 0x5929 && isShort || text.letter(offset + 1) == 0x5386
          ? nil : (7, offset + 1)
      }
      guard let number = HanNumeral.digit(letter), 1...6 ~= number, letter != 0x4E24,
        !(isShort && text.letter(start - 1) == 0x4E00), text.letter(offset + 1) != 0x5E74
      else { return nil }
      return (number, offset + 1)
    }
    return nil
  }

  /// 过去十年, 过去的两年, 未来三至五年; 未来两个财年 is a length of time and no date.
  func pastOrFuture(at start: Int) -> DateReading? {
    guard let (direction, end) = Self.directions.match(text, at: start) else { return nil }
    let hasParticle = text.letter(end) == 0x7684
    let offset = pastSpace(hasParticle ? end + 1 : end)
    guard let numeral = numeral(at: offset) else { return nil }
    var (first, last, close) = (numeral.value, numeral.upper ?? numeral.value, numeral.end)
    if [0x81F3, 0x5230, 0x2D].contains(text.letter(close)), let next = self.numeral(at: close + 1) {
      (last, close) = (next.value, next.end)
    }
    guard let (unit, unitEnd) = Unit.durations.match(text, at: pastSpace(close)),
      !["fiscal-year", "hour", "minute", "second"].contains(unit.name),
      let near = shifted(first, unit.name, direction), let far = shifted(last, unit.name, direction)
    else { return nil }
    let isRange = first < last
    let date =
      direction > 0
      ? PartialDate(from: PartialDate(isRange ? near : published), to: PartialDate(far))
      : PartialDate(from: PartialDate(far), to: PartialDate(published))
    return DateReading(
      date: date, end: unitEnd, isApproximate: direction > 0 ? isRange : hasParticle,
      precision: "range")
  }

  private func numeral(at offset: Int) -> Numeral? {
    if text.letter(offset) == 0x534A {  // 半
      return Numeral(value: .half, end: offset + 1)
    }
    return plainNumeral(at: offset)
  }

  private func plainNumeral(at offset: Int) -> Numeral? {
    HanNumeral.starts(text.letter(offset))
      ? text.hanNumeral(at: offset) : text.arabicNumeral(at: offset)
  }

  /// 5年前, 三个月前, 10天后, 半年前.
  func chineseAgo(at start: Int) -> DateReading? {
    guard let numeral = numeral(at: start),
      let (unit, unitEnd) = Unit.durations.match(text, at: pastSpace(numeral.end)),
      !(unit.name == "year" && numeral.value >= ExactDecimal(1000))
    else { return nil }
    var (value, end) = (numeral.value, unitEnd)
    if text.letter(end) == 0x534A {  // 半
      value = value.adding(.half) ?? value
      end += 1
    }
    if text.letter(end) == 0x591A { end += 1 }  // 两年多前
    let isBefore = ["前", "以前", "之前"].first { text.contains($0, at: end) }
    guard let mark = isBefore ?? ["后", "以后", "之后"].first(where: { text.contains($0, at: end) })
    else { return nil }
    let close = end + mark.unicodeScalars.count
    if close - end == 1, "后期端续来夕沿列".folded.contains(text.letter(close)) { return nil }
    guard var reading = away(value, unit.name, isBefore == nil ? 1 : -1) else { return nil }
    reading.end = close
    return reading
  }

  private static let days = WordTable<Int>([
    ("今天", 0), ("今日", 0), ("本日", 0), ("昨天", -1), ("昨日", -1), ("前天", -2), ("明天", 1), ("明日", 1),
    ("后天", 2),
    ("大后天", 3), ("今晚", 0), ("昨晚", -1), ("前晚", -2), ("明晚", 1), ("今晨", 0), ("当日", 0), ("前日", -2),
    ("大前天", -3), ("今早", 0), ("明早", 1), ("昨夜", -1), ("今夜", 0), ("後天", 2),
  ])
  private static let units = WordTable<Span>([
    ("周", .week), ("週", .week), ("星期", .week), ("礼拜", .week), ("月", .month), ("季度", .quarter),
    ("季", .quarter), ("财季", .quarter), ("年度", .year),
  ])
  private static let yearEdges = WordTable<Int>([("年底", 12), ("年初", 1), ("岁末", 12)])
  private static let directions = WordTable<Int>([
    ("过去", -1), ("最近", -1), ("未来", 1), ("今后", 1), ("此后", 1), ("接下来", 1),
  ])
}

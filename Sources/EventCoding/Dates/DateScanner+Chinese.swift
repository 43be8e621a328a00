import EventModel

extension DateScanner {
  func chineseDate(at start: Int) -> DateReading? {
    // 每年; months of the old calendar are not ours.
    if text.letter(start - 1) == 0x6BCF || text.contains("每年", at: start - 2)
      || text.letter(start - 1) == 0x95F0
      || text.contains("农历", at: start - 2) || text.contains("阴历", at: start - 2)
    {
      return nil
    }
    if Letter.isDigit(text.letter(start)) || HanNumeral.starts(text.letter(start)) {
      return yearDate(at: start) ?? monthDate(at: start, year: nil) ?? dayDate(at: start)
        ?? chineseQuarter(at: start) ?? decades(at: start) ?? chineseAgo(at: start)
        ?? chineseHoliday(at: start)
    }
    if text.letter(start) == 0x534A { return chineseAgo(at: start) }
    return yearDate(at: start) ?? chineseRelative(at: start) ?? chineseQuarter(at: start)
      ?? decades(at: start) ?? pastOrFuture(at: start) ?? chineseHoliday(at: start)
  }

  private func chineseHoliday(at start: Int) -> DateReading? {
    guard let (holiday, end) = Self.holidays.match(text, at: start),
      ![0x8DEF, 0x5927].contains(text.letter(end))
    else { return nil }
    return self.holiday(holiday, year: nil, end: end)
  }

  static let holidays = WordTable<Holiday>(Holiday.chinese)

  /// 2022年, 2022年10月, 二零零四年八月十五, 08年, 今年上半年, 明年3月中旬.
  private func yearDate(at start: Int) -> DateReading? {
    guard let (year, end) = yearWord(at: start), 1000...2200 ~= year else { return nil }
    return afterYear(year, at: end)
      ?? DateReading(date: PartialDate(year: year), end: withTail(end))
  }

  /// A year, past its 年 (and before 财年, 年底 and the like).
  private func yearWord(at start: Int) -> (year: Int, end: Int)? {
    if let (step, end) = Self.years.match(text, at: start) {
      if text.contains("上年同期", at: start) { return nil }
      let isNext = [0x6B21, 0x7FCC].contains(text.letter(start))  // 次, 翌
      return ((isNext ? anchorYear(before: start) ?? year : year) + step, end)
    }
    if let value = text.hanDigits(at: start, count: 4), text.letter(start + 4) == 0x5E74 {
      return (value, start + 5)
    }
    if [0x96F6, 0x3007].contains(text.letter(start)),
      let value = text.hanDigits(at: start, count: 2), text.letter(start + 2) == 0x5E74
    {
      return (2000 + value, start + 3)
    }
    guard let (value, end) = digits(at: start, atMost: 4) else { return nil }
    let mark = pastSpace(end)
    let isFiscal = text.contains("财年", at: mark)
    guard text.letter(mark) == 0x5E74 || isFiscal else { return nil }
    let close = isFiscal ? mark : mark + 1
    if end - start == 4 { return (value, close) }
    guard end - start == 2, !text.contains("代", at: close), text.letter(start - 1) != 0x2E else {
      return nil
    }
    let year = value < 70 ? 2000 + value : 1900 + value
    let isSure =
      value < 10 || value >= 70 || text.letter(start - 1) == 0x27
      || isFiscal || 10...49 ~= value && afterYear(year, at: close) != nil && !isLength(close)
    return isSure ? (year, close) : nil
  }

  /// 10年前 and 20年中 are lengths of time.
  private func isLength(_ end: Int) -> Bool { "前后来间中内里时".folded.contains(text.letter(end)) }

  /// What narrows a year.
  private func afterYear(_ year: Int, at offset: Int) -> DateReading? {
    if text.contains("财年", at: offset) {
      return afterYear(year, at: offset + 2)
        ?? DateReading(date: PartialDate(year: year), end: offset + 2, precision: "fiscal-year")
    }
    if let (month, end) = Self.edges.match(text, at: offset) {
      return DateReading(date: PartialDate(year: year, month: month), end: end, isApproximate: true)
    }
    if text.contains("年中", at: offset) || text.letter(offset) == 0x4E2D && !isHanWord(offset + 1) {
      let end = text.letter(offset) == 0x4E2D ? offset + 1 : offset + 2
      let date = PartialDate(
        from: PartialDate(year: year, month: 6), to: PartialDate(year: year, month: 7))
      return DateReading(date: date, end: end, isApproximate: true)
    }
    var near = pastSpace(offset)
    if text.letter(near) == 0x7684 || text.letter(near) == 0x2C { near = pastSpace(near + 1) }
    if let (half, end) = Self.halves.match(text, at: near) {
      return DateReading(date: PartialDate(year: year, half: half), end: end)
    }
    if let (quarters, end) = quarterNumber(at: near, strict: false) {
      return edged(reading(quarters, of: year, end: end))
    }
    if let first = firstMonths(at: near, of: year) { return first }
    if let (season, end) = Self.seasons.match(text, at: near) ?? shortSeason(at: near) {
      return months(ofSeason: season, year: year, end: end)
    }
    if let (week, end) = weekNumber(at: near), 1...53 ~= week {
      return DateReading(date: PartialDate(year: year, week: week), end: end)
    }
    if let date = monthDate(at: near, year: year) { return date }
    if let (holiday, end) = Self.holidays.match(text, at: near) {
      return self.holiday(holiday, year: year, end: end)
    }
    if text.contains("同期", at: offset), let last = previousPart(at: offset - 5) {
      return DateReading(date: moved(last, to: year), end: offset + 2)
    }
    return nil
  }

  /// 春 where it is no part of 春节.
  private func shortSeason(at start: Int) -> (meaning: Int, end: Int)? {
    guard !isHanWord(start + 1),
      let season = ["春", "夏", "秋", "冬"].firstIndex(where: { text.contains($0, at: start) })
    else { return nil }
    return (season, start + 1)
  }

  /// The last month of a quarter for 末 and 底 behind it, the first for 初.
  func edged(_ quarter: DateReading) -> DateReading {
    let mark = text.letter(quarter.end)
    guard quarter.date.precision == .quarter, [0x672B, 0x5E95, 0x521D].contains(mark),
      let day = mark == 0x521D ? quarter.date.first : quarter.date.last
    else { return quarter }
    var edge = quarter
    edge.date = PartialDate(year: day.components.year, month: day.components.month)
    (edge.end, edge.isApproximate) = (quarter.end + 1, true)
    return edge
  }

  private func isHanWord(_ offset: Int) -> Bool { Letter.isHan(text.letter(offset)) }

  /// 度 belongs to 2022年度.
  private func withTail(_ end: Int) -> Int { text.letter(end) == 0x5EA6 ? end + 1 : end }

  /// 10月, 2月2日, 11月底, 八月十五, 3月中旬, 4月第三周; without a year the one next to publication.
  private func monthDate(at start: Int, year: Int?) -> DateReading? {
    guard let (month, end) = number(at: start), 1...12 ~= month,
      text.letter(pastSpace(end)) == 0x6708
    else { return nil }
    let offset = pastSpace(end) + 1
    let isComing = ["将", "拟", "有望", "起将"].contains { text.contains($0, at: offset) }
    let stated = year ?? impliedYear(month: month, start, isFuture: isComing)
    let near = pastSpace(offset)
    if let (day, last) = number(at: near), 1...31 ~= day {
      let mark = pastSpace(last)
      let hasMark = [0x65E5, 0x53F7].contains(text.letter(mark)) && text.letter(mark + 1) != 0x5143
      if hasMark || HanNumeral.starts(text.letter(near)) && year != nil && !isHanWord(last) {
        let date =
          year.flatMap { CivilDay(year: $0, month: month, day: day) }
          ?? (year == nil ? nearest(month: month, day: day) : nil)
        return date.map {
          DateReading(
            date: PartialDate($0), end: hasMark ? mark + 1 : last, impliesYear: year == nil)
        }
      }
    }
    if year == nil, Self.afterMonths.contains(text.letter(offset)),
      ![0x5E95, 0x521D].contains(text.letter(offset + 1))
    {
      return nil
    }
    var reading = afterMonth(PartialDate(year: stated, month: month), at: offset)
    reading.impliesYear = year == nil
    return reading
  }

  /// 底, 中旬, 第三周 after a month; 份 belongs to it.
  func afterMonth(_ month: PartialDate, at offset: Int) -> DateReading {
    let close = text.letter(offset) == 0x4EFD ? offset + 1 : offset
    guard let (year, number, _) = month.first?.components, let last = month.last else {
      return DateReading(date: month, end: close)
    }
    let length = last.components.day
    func days(_ from: Int, _ to: Int, _ end: Int) -> DateReading {
      let days = [from, to].compactMap { CivilDay(year: year, month: number, day: $0) }
      let date = PartialDate(from: PartialDate(days[0]), to: PartialDate(days[1]))
      return DateReading(date: date, end: end)
    }
    let part = text.letter(close) == 0x7684 ? close + 1 : close
    if text.contains("上旬", at: part) { return days(1, 10, part + 2) }
    if text.contains("中旬", at: part) { return days(11, 20, part + 2) }
    if text.contains("下旬", at: part) { return days(21, length, part + 2) }
    if text.contains("上半月", at: part) { return days(1, 15, part + 3) }
    if text.contains("下半月", at: part) { return days(16, length, part + 3) }
    if text.letter(part) == 0x7B2C, let (count, end) = self.number(at: part + 1),
      text.letter(end) == 0x4E2A,
      let (weekday, close) = weekdayNumber(at: end + 1),
      let date = DateScanner.weekday(weekday, number: count, of: month)
    {
      return DateReading(date: PartialDate(date), end: close)
    }
    if text.contains("最后一个", at: part), let (weekday, close) = weekdayNumber(at: part + 4),
      let date = DateScanner.weekday(weekday, number: 0, of: month)
    {
      return DateReading(date: PartialDate(date), end: close)
    }
    if let (week, end) = weekNumber(at: part), let date = self.week(week, of: month) {
      return DateReading(date: date, end: end)
    }
    for edge in ["月底", "月初", "月末", "底", "初", "末"] where text.contains(edge, at: close) {
      if edge == "末", isHanWord(close + 1) { continue }
      if edge == "初", HanNumeral.starts(text.letter(close + 1)) { continue }  // 初一
      return DateReading(date: month, end: close + edge.unicodeScalars.count, isApproximate: true)
    }
    if text.letter(close) == 0x4E2D, !isHanWord(close + 1) {
      return DateReading(date: month, end: close + 1, isApproximate: true)
    }
    return DateReading(date: month, end: close)
  }

  /// 15日 alone: the latest day with that number, or the next after a word of the future.
  private func dayDate(at start: Int) -> DateReading? {
    guard let (day, end) = digits(at: start, atMost: 2), 1...31 ~= day,
      !Self.beforeLengths.contains(text.letter(start - 1)), text.letter(start - 1) != 0x2E
    else { return nil }
    let mark = text.letter(end)
    let after = text.letter(end + 1)
    if mark == 0x65E5 {
      if Self.afterDays.contains(after) || text.contains("以内", at: end + 1)
        || text.contains("之内", at: end + 1)
      {
        return nil
      }
    } else {
      guard mark == 0x53F7, !Letter.isHan(after) || "上下晚早凌开前起至到在".folded.contains(after)
      else { return nil }
    }
    if let begin = opening?.first?.components {
      let month = day < begin.day ? 1 : 0
      let next = opening!.first!.advanced(byMonths: month).components
      return CivilDay(year: next.year, month: next.month, day: day).map {
        DateReading(date: PartialDate($0), end: end + 1)
      }
    }
    return latestDay(day, start).map { DateReading(date: PartialDate($0), end: end + 1) }
  }

  /// The latest day of a month with this number, or this month's after a word of the future.
  func latestDay(_ day: Int, _ start: Int) -> CivilDay? {
    var month = day <= published.components.day || isFuture(start) ? 0 : -1
    while month > -3 {
      let (year, number, _) = published.advanced(byMonths: month).components
      if let date = CivilDay(year: year, month: number, day: day) { return date }
      month -= 1
    }
    return nil
  }

  private static let beforeLengths = "第近每约前后满达超共期续经历长需过逾余足".folded
  private static let afterDays = "内均间游活元本常报志期系历韩圆币产销订用增程薪租照式益后之前志耗".folded
  private static let afterMonths = "月类亮饼球薪费租活嫂台入均销供供租光刊经".folded

  static let years = WordTable<Int>([
    ("今年", 0), ("去年", -1), ("明年", 1), ("前年", -2), ("大前年", -3), ("后年", 2), ("本年", 0), ("上年", -1),
    ("本年度", 0), ("上年度", -1), ("上一年", -1), ("上一年度", -1), ("下一年", 1), ("下年度", 1), ("次年", 1),
    ("翌年", 1),
  ])
  static let halves = WordTable<Int>([
    ("上半年", 1), ("下半年", 2), ("前半年", 1), ("后半年", 2), ("h1", 1), ("h2", 2),
  ])
  static let seasons = WordTable<Int>([
    ("春季", 0), ("夏季", 1), ("秋季", 2), ("冬季", 3), ("春天", 0), ("夏天", 1), ("秋天", 2), ("冬天", 3),
  ])
  /// The month that the edge of a year is about.
  private static let edges = WordTable<Int>([
    ("年底", 12), ("底", 12), ("末", 12), ("年末", 12), ("初", 1), ("年初", 1), ("岁末", 12),
  ])
}

import EventModel

extension DateScanner {
  /// 2023-05-15, 2023/5/15, 2023.5.15, 20230515, 12/25/2025, 2017-q1, 2019-H2; years that a word
  /// beside them makes one.
  func numericDate(at start: Int) -> DateReading? {
    if let date = eightDigits(at: start) ?? dayFirst(at: start) { return date }
    guard let (year, end) = fourDigits(at: start), 1900...2100 ~= year,
      !Letter.isLatin(text.letter(end)) || [0x71, 0x68].contains(text.letter(end))
    else { return nil }
    if let part = part(ofYear: year, at: end) { return part }
    let mark = text.letter(end)
    if [0x2D, 0x2F, 0x2E].contains(mark), let (month, next) = digits(at: end + 1, atMost: 2) {
      if text.letter(next) == mark, let (day, last) = digits(at: next + 1, atMost: 2),
        let date = CivilDay(year: year, month: month, day: day)
      {
        return DateReading(date: PartialDate(date), end: last)
      }
      if mark == 0x2D, next - end == 3 {
        guard 1...12 ~= month, text.letter(next) != 0x2D else { return nil }
        return DateReading(date: PartialDate(year: year, month: month), end: next)
      }
    }
    return bareYear(year, start, end)
  }

  /// 20230515.
  private func eightDigits(at start: Int) -> DateReading? {
    guard let (value, end) = digits(at: start, atMost: 8), end - start == 8,
      1990...2100 ~= value / 10_000, !Letter.isWord(text.letter(end)),
      let day = CivilDay(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    else { return nil }
    return DateReading(date: PartialDate(day), end: end)
  }

  /// 12/25/2025 as Americans write it, 25.12.2025 and 25/12/2025 where it can be no other.
  private func dayFirst(at start: Int) -> DateReading? {
    guard let (first, end) = digits(at: start, atMost: 2),
      [0x2F, 0x2E, 0x2D].contains(text.letter(end)),
      let (second, next) = digits(at: end + 1, atMost: 2), text.letter(next) == text.letter(end),
      let (year, last) = fourDigits(at: next + 1), 1900...2100 ~= year,
      !Letter.isWord(text.letter(last))
    else { return nil }
    let isMonthFirst = text.letter(end) != 0x2E && first <= 12
    let date =
      isMonthFirst
      ? CivilDay(year: year, month: first, day: second)
      : CivilDay(year: year, month: second, day: first)
    return date.map { DateReading(date: PartialDate($0), end: last) }
  }

  /// `Q1` or `-H2` after a year.
  private func part(ofYear year: Int, at end: Int) -> DateReading? {
    var offset = end
    if [0x2D, 0x20].contains(text.letter(offset)) { offset += 1 }
    let kind = text.letter(offset)
    let number = Int(text.letter(offset + 1)) - 0x30
    guard !Letter.isWord(text.letter(offset + 2)) else { return nil }
    if kind == 0x71, 1...4 ~= number {
      return DateReading(date: PartialDate(year: year, quarter: number), end: offset + 2)
    }
    guard kind == 0x68, 1...2 ~= number else { return nil }
    return DateReading(date: PartialDate(year: year, half: number), end: offset + 2)
  }

  /// A year without 年: only after a preposition, or before a word that years stand by.
  private func bareYear(_ year: Int, _ start: Int, _ end: Int) -> DateReading? {
    guard text.letter(pastSpace(end)) != 0x5E74, !Letter.isWord(text.letter(end)),
      ![0x25, 0x27].contains(text.letter(end)) || text.contains("'s ", at: end),
      text.letter(start - 1) != 0x24
    else { return nil }
    let reading = DateReading(date: PartialDate(year: year), end: end)
    let isNamed = Self.yearWords.match(text, at: pastSpace(end)) != nil && year >= 1990
    if isNamed { return reading }
    guard let word = word(endingAt: start - 1)?.text, Self.beforeYears.contains(word),
      year >= 1950 || word == "in"
    else { return nil }
    if !Self.surelyBeforeYears.contains(word), Letter.isLatin(text.letter(pastSpace(end))),
      Unit.counts.match(text, at: pastSpace(end)) != nil
    {
      return nil
    }
    return reading
  }

  private static let surelyBeforeYears: Set<String> = [
    "in", "since", "during", "late", "early", "mid", "year", "through", "until", "before", "fiscal",
  ]
  private static let beforeYears = surelyBeforeYears.union([
    "by", "for", "from", "of", "and", "the", "to", "around", "after", "between", "reports", "than",
    "at", "on", "over", "till", "circa", "spring", "summer", "autumn", "fall", "winter", "versus",
    "vs",
  ])

  private static let yearWords = WordTable<Bool>(
    [
      "revenue", "sales", "profit", "earnings", "results", "guidance", "outlook", "capex", "budget",
      "forecast", "全年", "上半年", "下半年",
    ].map { ($0, true) })
}

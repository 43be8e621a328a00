import EventModel

/// Finds dates, absolute ones and those told from the day of publication.
struct DateScanner {
  let text: FoldedText
  let published: CivilDay

  /// The date that begins at an offset.
  func date(at start: Int) -> Quantity? {
    let letter = text.letter(start)
    if Letter.isDigit(letter) { return numericDate(at: start) ?? chineseDate(at: start) }
    if letter < 0x100 { return englishDate(at: start) }
    return chineseDate(at: start)
  }

  /// A date as found; nil where an end of it is no day that can be written, or lies before its start.
  func made(
    _ date: StatedDate, _ span: Range<Int>, approximate: Bool = false, bound: Bound? = nil
  ) -> Quantity? {
    guard date.first?.isWritable ?? true, date.last?.isWritable ?? true else { return nil }
    if let first = date.first, let last = date.last, last < first { return nil }
    return Quantity(kind: .date, date: date, approximate: approximate, bound: bound, span: span)
  }

  func pastSpace(_ offset: Int) -> Int { text.letter(offset) == 0x20 ? offset + 1 : offset }

  /// Up to `most` digits at an offset, and no more than that.
  func digits(at start: Int, atMost most: Int) -> (value: Int, end: Int)? {
    var (value, offset) = (0, start)
    while Letter.isDigit(text.letter(offset)) {
      value = value * 10 + Int(text.letter(offset) - 0x30)
      offset += 1
      if offset - start > most { return nil }
    }
    return offset > start ? (value, offset) : nil
  }

  var year: Int { published.components.year }
  var month: Int { published.components.month }
}

extension DateScanner {
  /// 2023-05-15, 2023/5/15, 2023.5.15, 2017-q1, 2019-H2, 2014-2018; years that a word makes one.
  func numericDate(at start: Int) -> Quantity? {
    guard let (year, end) = digits(at: start, atMost: 4), end - start == 4, 1900...2100 ~= year,
      !Letter.isLatin(text.letter(end)) || text.letter(end) == 0x71 || text.letter(end) == 0x68
    else { return nil }
    if let part = part(ofYear: year, at: end) {
      return made(StatedDate(part.date), start..<part.end)
    }
    let mark = text.letter(end)
    if [0x2D, 0x2F, 0x2E].contains(mark), let (month, next) = digits(at: end + 1, atMost: 2) {
      if text.letter(next) == mark, let (day, last) = digits(at: next + 1, atMost: 2),
        let date = CivilDay(year: year, month: month, day: day)
      {
        return made(StatedDate(PartialDate(date)), start..<last)
      }
      if mark == 0x2D, next - end == 3, 1...12 ~= month, text.letter(next) != 0x2D {
        return made(StatedDate(PartialDate(year: year, month: month)), start..<next)
      }
      if mark == 0x2D, next - end == 3 { return nil }
    }
    if mark == 0x2D || mark == 0x7E, let (last, lastEnd) = digits(at: end + 1, atMost: 4),
      lastEnd - end == 5, last > year, last < 2100
    {
      let isBetween = text.contains("between ", at: start - 8)
      let close = text.letter(lastEnd) == 0x5E74 ? lastEnd + 1 : lastEnd
      return made(
        StatedDate(from: PartialDate(year: year), to: PartialDate(year: last)),
        (isBetween ? start - 8 : start)..<close)
    }
    return bareYear(year, start, end)
  }

  /// `Q1` or `-H2` after a year.
  private func part(ofYear year: Int, at end: Int) -> (date: PartialDate, end: Int)? {
    var offset = end
    if text.letter(offset) == 0x2D || text.letter(offset) == 0x20 { offset += 1 }
    let kind = text.letter(offset)
    let number = Int(text.letter(offset + 1)) - 0x30
    guard !Letter.isWord(text.letter(offset + 2)) else { return nil }
    if kind == 0x71, 1...4 ~= number {
      return (PartialDate(year: year, quarter: number), offset + 2)
    }
    if kind == 0x68, 1...2 ~= number { return (PartialDate(year: year, half: number), offset + 2) }
    return nil
  }

  /// A year without 年: only after a preposition, or before a word that years stand by.
  private func bareYear(_ year: Int, _ start: Int, _ end: Int) -> Quantity? {
    guard text.letter(end) != 0x5E74,
      pastSpace(end) == end || text.letter(pastSpace(end)) != 0x5E74,
      !Letter.isWord(text.letter(end)), text.letter(end) != 0x25, text.letter(start - 1) != 0x24
    else { return nil }
    guard let word = word(endingAt: start - 1) else {
      return Self.yearWords.match(text, at: pastSpace(end)) != nil && year >= 1990
        ? made(StatedDate(PartialDate(year: year)), start..<end) : nil
    }
    let date = PartialDate(year: year)
    switch word.text {
    case "through", "until":
      return made(
        StatedDate(from: nil, to: date, precision: "year"), word.start..<end, bound: .atMost)
    case "before":
      return made(
        StatedDate(from: nil, to: PartialDate(year: year - 1), precision: "year"),
        word.start..<end, bound: .under)
    case "in", "by", "since", "for", "from", "of", "during", "late", "early", "and", "year", "the",
      "to", "mid", "around", "after", "fiscal", "between", "reports", "than", "at", "on", "over":
      guard year >= 1950 || word.text == "in" else { return nil }
      if ["for", "of", "to", "and", "than", "at", "on", "over", "the", "from", "by"].contains(
        word.text),
        Letter.isLatin(text.letter(pastSpace(end))),
        Unit.counts.match(text, at: pastSpace(end)) != nil
      {
        return nil
      }
      return made(StatedDate(date), start..<end)
    default:
      return Self.yearWords.match(text, at: pastSpace(end)) != nil
        ? made(StatedDate(date), start..<end) : nil
    }
  }

  private static let yearWords = WordTable<Bool>(
    [
      "revenue", "sales", "profit", "earnings", "results", "guidance", "outlook", "capex", "budget",
      "forecast", "财年", "全年", "上半年", "下半年",
    ].map { ($0, true) })

  /// The Latin word before an offset.
  func word(endingAt end: Int) -> (text: String, start: Int)? {
    guard text.letter(end) == 0x20 || text.letter(end) == 0x2D else { return nil }
    var start = end
    while Letter.isLatin(text.letter(start - 1)) { start -= 1 }
    guard start < end else { return nil }
    return (String(letters: text.letters[start..<end]), start)
  }
}

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

  /// A date as found; nil where an end of it is no day that can be written.
  func made(
    _ date: StatedDate, _ span: Range<Int>, approximate: Bool = false, bound: Bound? = nil
  ) -> Quantity? {
    guard date.first?.isWritable ?? true, date.last?.isWritable ?? true else { return nil }
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

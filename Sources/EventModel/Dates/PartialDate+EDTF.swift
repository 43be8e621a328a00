extension PartialDate {
  /// Reads the notation that the type describes.
  package init(edtf text: String) throws(PartialDateError) {
    if let day = CivilDay(text) {
      self.init(day)
      return
    }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    switch ends.count {
    case 1: self = try PartialDate.single(text)
    case 2:
      let start = try PartialDate.end(ends[0], of: text)
      let end = try PartialDate.end(ends[1], of: text)
      guard start != nil || end != nil else { throw PartialDateError(text: text) }
      if let first = start?.first, let last = end?.last, last < first {
        throw PartialDateError(text: text, reason: "its end lies before its start")
      }
      self.init(from: start, to: end)
    default: throw PartialDateError(text: text)
    }
  }

  private static func end(
    _ text: Substring, of whole: String
  ) throws(PartialDateError) -> PartialDate? {
    if text.isEmpty || text == ".." { return nil }
    return try single(String(text))
  }

  private static func single(_ text: String) throws(PartialDateError) -> PartialDate {
    guard let mark = text.last, "~?%".contains(mark) else { return try bare(text) }
    let date = try bare(String(text.dropLast()))
    return PartialDate(
      text: date.text + String(mark), first: date.first, last: date.last,
      precision: date.precision, approximate: mark != "?", uncertain: mark != "~")
  }

  private static func bare(_ text: String) throws(PartialDateError) -> PartialDate {
    if let day = CivilDay(text) { return PartialDate(day) }
    if text.utf8.count > 10, let instant = Instant(text) { return PartialDate(instant.day) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let head = parts.first, head.utf8.count == 4, parts.count <= 2 else {
      throw PartialDateError(text: text)
    }
    guard parts.count == 2 else { return try yearOrMore(head, of: text) }
    guard let year = decimal(head), let date = part(parts[1], of: year) else {
      throw PartialDateError(text: text)
    }
    return date
  }

  private static func yearOrMore(
    _ text: Substring, of whole: String
  ) throws(PartialDateError) -> PartialDate {
    if let year = decimal(text) { return PartialDate(year: year) }
    for (unknown, precision) in [(1, DatePrecision.decade), (2, .century)] {
      let known = text.dropLast(unknown)
      guard text.dropFirst(known.count).allSatisfy({ $0 == "X" }), let head = decimal(known)
      else { continue }
      let span = unknown == 1 ? 10 : 100
      return PartialDate(
        text: String(text), first: CivilDay(year: head * span, month: 1, day: 1),
        last: CivilDay(year: head * span + span - 1, month: 12, day: 31), precision: precision)
    }
    throw PartialDateError(text: whole)
  }

  /// A month, quarter, half or week of a year.
  private static func part(_ text: Substring, of year: Int) -> PartialDate? {
    guard let letter = text.first, let number = decimal(letter.isNumber ? text : text.dropFirst())
    else { return nil }
    switch (letter, number) {
    case ("Q", 1...4): return PartialDate(year: year, quarter: number)
    case ("H", 1...2): return PartialDate(year: year, half: number)
    case ("W", 1...53): return PartialDate(year: year, week: number)
    case (_, _) where !letter.isNumber || text.utf8.count != 2: return nil
    case (_, 1...12): return PartialDate(year: year, month: number)
    case (_, 33...36): return PartialDate(year: year, quarter: number - 32)
    case (_, 40...41): return PartialDate(year: year, half: number - 39)
    default: return nil
    }
  }
}

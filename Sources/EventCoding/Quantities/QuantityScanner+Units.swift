import EventModel

extension QuantityScanner {
  /// Gives a number its unit; nil where the number is no quantity.
  func quantity(
    _ numeral: Numeral, from start: Int, currency: String?, _ modifier: Modifier
  ) -> Quantity? {
    let end = numeral.end
    let near = pastSpace(end)
    func made(
      _ kind: Quantity.Kind, _ unit: String?, _ end: Int, power: Int = 0
    ) -> Quantity? {
      guard let scaled = numeral.scaled(by: power) else { return nil }
      return Quantity(
        kind: kind, value: scaled.value, unit: unit,
        approximate: modifier.approximate || numeral.isVague
          || numeral.isWords && numeral.upper != nil && numeral.isVague,
        bound: numeral.isMore && !(numeral.isWords && numeral.digits == 0 && numeral.impliesOne)
          ? .over : modifier.bound,
        range: scaled.upper.flatMap { $0 > scaled.value ? scaled.value...$0 : nil },
        span: start..<end)
    }
    if let currency {
      var end = end
      if let (code, wordEnd) = Currency.after.match(text, at: near), code == currency {
        end = wordEnd
      }
      return made(.money, currency, end)
    }
    if let (unit, unitEnd) = Unit.percent.match(text, at: near) {
      return made(.percent, unit.name, unitEnd)
    }
    if let cents = yuanAndCents(numeral, start, near) { return cents }
    if let (code, wordEnd) = Currency.after.match(text, at: near), isMoney(numeral, code, wordEnd) {
      let second = Currency.after.match(text, at: wordEnd)
      let name = code == "CNY" ? second?.meaning ?? code : code
      return made(.money, name, second?.end ?? wordEnd)
    }
    if let (power, code, wordEnd) = gluedCurrency(at: near) {
      return made(.money, code, wordEnd, power: power)
    }
    if let tenth = tenths(numeral, start, modifier) { return tenth }
    if let (unit, unitEnd) = Unit.multiples.match(text, at: near),
      !numeral.isWords || unitEnd > near
    {
      if text.letter(near) != 0x78 || near == end { return made(.multiple, unit.name, unitEnd) }
    }
    if let (unit, unitEnd) = Unit.measures.match(text, at: near), isMeasure(numeral, unitEnd) {
      return made(.measure, unit.name, unitEnd, power: unit.power)
    }
    if let found = duration(numeral, near) {
      return made(.duration, found.unit, found.end)?.adding(found.half)
    }
    if let (unit, unitEnd) = countUnit(numeral, near, modifier) {
      return made(.count, unit, unitEnd)
    }
    if let currency = impliedCurrency(numeral, start) { return made(.money, currency, end) }
    guard isBareCount(numeral, modifier, start) else { return nil }
    return made(.count, nil, end)
  }

  /// 元, 块 after small numbers in words are often something else.
  private func isMoney(_ numeral: Numeral, _ code: String, _ end: Int) -> Bool {
    guard code == "CNY" else { return numeral.value > ExactDecimal(0) }
    let last = text.letter(end - 1)
    if last == 0x5757 {  // 块
      let after = text.letter(end)
      return !Letter.isHan(after) && !(after == 0x20)
        && (numeral.value > ExactDecimal(9) || numeral.isDecimal)
    }
    if last == 0x5143, [0x5B87, 0x8001, 0x65E6, 0x5E74, 0x7D20].contains(text.letter(end)) {
      return text.letter(end) == 0x5E74 && numeral.value > ExactDecimal(99)
    }
    return !(numeral.isWords && numeral.value == ExactDecimal(1) && !numeral.hasScale)
  }

  /// 123元1角1分.
  private func yuanAndCents(_ numeral: Numeral, _ start: Int, _ near: Int) -> Quantity? {
    guard [0x5143, 0x5757, 0x5706].contains(text.letter(near)) else { return nil }
    var value = numeral.value
    var offset = near + 1
    for (mark, places) in [(UInt16(0x89D2), 1), (0x6BDB, 1), (0x5206, 2)] {
      guard Letter.isDigit(text.letter(offset)) || HanNumeral.digit(text.letter(offset)) != nil,
        text.letter(offset + 1) == mark
      else { continue }
      let digit = HanNumeral.digit(text.letter(offset)) ?? Int(text.letter(offset)) - 0x30
      guard let part = ExactDecimal(digit).scaled(by: -places), let sum = value.adding(part) else {
        return nil
      }
      value = sum
      offset += 2
    }
    guard offset > near + 1 else { return nil }
    return Quantity(kind: .money, value: value, unit: "CNY", span: start..<offset)
  }

  /// `MGBP` in 48.5 MGBP.
  private func gluedCurrency(at offset: Int) -> (power: Int, code: String, end: Int)? {
    let end = text.latinRun(offset)
    guard end - offset == 4, let power = [0x6B: 3, 0x6D: 6, 0x62: 9][text.letter(offset)] else {
      return nil
    }
    let code = String(letters: text.cased[(offset + 1)..<end])
    return ["GBP", "USD", "EUR", "CNY", "JPY", "CHF", "SEK", "NOK"].contains(code)
      ? (power, code, end) : nil
  }

  /// 四成, 半成: tenths.
  private func tenths(_ numeral: Numeral, _ start: Int, _ modifier: Modifier) -> Quantity? {
    guard text.letter(numeral.end) == 0x6210, numeral.value <= ExactDecimal(10), !numeral.isGrouped,
      !Self.afterTenths.contains(text.letter(numeral.end + 1))
    else { return nil }
    guard let scaled = numeral.scaled(by: 1) else { return nil }
    var found = Quantity(
      kind: .percent, value: scaled.value, unit: "%",
      approximate: modifier.approximate, bound: modifier.bound,
      range: scaled.upper.map { scaled.value...$0 }, span: start..<(numeral.end + 1))
    if text.letter(numeral.end + 1) == 0x591A || text.letter(numeral.end + 1) == 0x534A {
      found.approximate = true
      found.span = start..<(numeral.end + 2)
    }
    return found
  }

  private static let afterTenths = "立为员本果都绩长功交型份分熟品".folded

  private func isMeasure(_ numeral: Numeral, _ end: Int) -> Bool {
    let word = String(letters: text.cased[numeral.end..<end]).trimmed
    if word == "m" || word == "g" || word == "G" || word == "M" { return false }
    if word == "米", [0x5BB6].contains(text.letter(end)) { return false }
    if word == "克" || word == "米" || word == "升" || word == "瓦" {
      return !numeral.isWords && !Letter.isHan(text.letter(end))
    }
    return true
  }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}

extension Quantity {
  func adding(_ half: Bool) -> Quantity {
    guard half, let value else { return self }
    var copy = self
    copy.value = value.adding(ExactDecimal("0.5")!)
    return copy
  }
}

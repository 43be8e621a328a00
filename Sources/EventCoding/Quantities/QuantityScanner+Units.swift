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
      return made(.percent, unit.name, unitEnd, power: unit.power)
    }
    if let discount = discount(numeral, start, modifier) { return discount }
    if let cents = yuanAndCents(numeral, start, near) { return cents }
    if let (code, wordEnd) = Currency.cents.match(
      text, at: text.letter(end) == 0x2D ? end + 1 : near),
      !numeral.hasScale
    {
      return made(.money, code.name, wordEnd, power: code.power)
    }
    let glued = text.letter(end) == 0x2D && text.letter(end + 1) != 0x70 ? end + 1 : near
    if let (code, wordEnd) = Currency.after.match(text, at: glued), isMoney(numeral, code, wordEnd)
    {
      let second = Currency.after.match(text, at: wordEnd)
      let name = code == "CNY" ? second?.meaning ?? code : code
      // 75 USD million
      if let (power, scaleEnd) = text.latinScale(at: wordEnd), scaleEnd - wordEnd > 4,
        !numeral.hasScale
      {
        return made(.money, name, scaleEnd, power: power)
      }
      guard let money = made(.money, name, second?.end ?? wordEnd) else { return nil }
      return withCents(money)
    }
    if [0x24, 0x20AC, 0xA3].contains(text.letter(near)),
      !Letter.isDigit(text.letter(pastSpace(near + 1))),
      let (code, wordEnd) = Currency.before.match(text, at: near)
    {
      return made(.money, code, wordEnd)
    }
    if let (power, code, wordEnd) = gluedCurrency(at: near) {
      return made(.money, code, wordEnd, power: power)
    }
    if let tenth = tenths(numeral, start, modifier) { return tenth }
    if let (unit, unitEnd) = Unit.multiples.match(text, at: near),
      isMultiple(numeral, near, unitEnd)
    {
      return made(.ratio, unit.name, unitEnd)
    }
    let hyphen = text.letter(end) == 0x2D ? end + 1 : near
    if let (unit, unitEnd) = Unit.measures.match(text, at: hyphen),
      isMeasure(numeral, unitEnd, hyphen)
    {
      let name =
        unit.name == "byte/s" && isBits(hyphen)
        ? unit.name.replacing("byte", with: "bit") : unit.name
      return made(.measure, name, unitEnd, power: unit.power)
    }
    if let found = duration(numeral, near, modifier) {
      var duration = made(.duration, found.unit.name, found.end, power: found.unit.power)?
        .adding(found.half)
      if duration != nil { addMore(&duration!) }
      return duration
    }
    if let (unit, unitEnd) = countUnit(numeral, near, modifier) {
      return made(.count, unit, unitEnd)
    }
    if let currency = impliedCurrency(numeral, start) { return made(.money, currency, end) }
    guard isBareCount(numeral, modifier, start) else { return nil }
    return made(.count, nil, end)
  }

  /// Gb is a gigabit where GB is a gigabyte.
  private func isBits(_ offset: Int) -> Bool {
    Letter.isUppercase(text.cased[offset]) && offset + 1 < text.count
      && text.cased[offset + 1] == 0x62 && !Letter.isLatin(text.letter(offset + 2))
  }

  /// `times`, 倍 and x; times that a thing was tried are none: `three times the price`, `failed three
  /// times`.
  private func isMultiple(_ numeral: Numeral, _ near: Int, _ end: Int) -> Bool {
    switch text.letter(near) {
    case 0x78: return near == numeral.end && !numeral.isWords  // x
    case 0x74:  // times
      guard near > numeral.end || text.letter(numeral.end) == 0x20 else { return false }
      if numeral.isDecimal { return true }
      return Self.afterTimes.match(text, at: pastSpace(end)) != nil && end < pastSpace(end)
        || Self.beforeTimes.contains { text.contains($0, at: near - 24, within: 24) }
    default: return true
    }
  }

  private static let afterTimes = WordTable<Bool>(
    [
      "the", "as", "more", "faster", "higher", "larger", "bigger", "greater", "its", "their",
      "that", "what", "less", "cheaper", "better", "lower", "smaller", "over", "oversubscribed",
      "longer", "stronger", "earnings", "revenue", "sales", "annual", "forward", "slower", "fewer",
      "subscribed", "better", "quicker", "brighter", "denser",
    ].map { ($0, true) })
  private static let beforeTimes = ["by ", "grew ", "increase", "rose ", "up ", "valued at "]
    .map(\.folded)

  /// 七折 is 70 % of the price, 八五折 85 %.
  private func discount(_ numeral: Numeral, _ start: Int, _ modifier: Modifier) -> Quantity? {
    let offset = pastSpace(numeral.end)
    guard text.letter(offset) == 0x6298, !"叠扣合算射腾页痕旧现桥纸".folded.contains(text.letter(offset + 1)),
      !numeral.hasScale, numeral.value > ExactDecimal(0), numeral.value < ExactDecimal(100),
      var scaled = numeral.value < ExactDecimal(10) ? numeral.scaled(by: 1) : numeral
    else { return nil }
    // 七八折 is 70 to 80 %, but 三八折 38 %.
    if let upper = numeral.upper, numeral.value.adding(ExactDecimal(1)) != upper,
      let sum = scaled.value.adding(upper)
    {
      (scaled.value, scaled.upper) = (sum, nil)
    }
    return Quantity(
      kind: .percent, value: scaled.value, unit: "%", approximate: modifier.approximate,
      bound: modifier.bound, range: scaled.upper.map { scaled.value...$0 },
      span: start..<(offset + 1))
  }

  /// `and fifty cents` after an amount of money.
  private func withCents(_ money: Quantity) -> Quantity {
    var offset = money.span.upperBound
    for word in [" and ", ", ", " ", "又", "零"] where text.contains(word, at: offset) {
      offset += word.unicodeScalars.count
      break
    }
    guard offset > money.span.upperBound || Letter.isHan(text.letter(offset)),
      let part = numeral(at: offset), part.value < ExactDecimal(100), let value = money.value
    else { return money }
    let named = Currency.cents.match(text, at: pastSpace(part.end))
    // 15 dollars 50, and no more words behind it.
    let isBare =
      named == nil && part.value >= ExactDecimal(10) && text.letter(offset - 1) == 0x20
      && !Letter.isWord(text.letter(pastSpace(part.end))) && !part.isDecimal && !part.hasScale
      && [0, 0x20, 0x2C, 0x2E, 0x3B, 0x29].contains(text.letter(part.end))
    guard isBare || named != nil, let share = part.value.scaled(by: named?.meaning.power ?? -2),
      let sum = value.adding(share)
    else { return money }
    var whole = money
    whole.value = sum
    whole.span = money.span.lowerBound..<(named?.end ?? part.end)
    return whole
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
    // 两块五
    if offset == near + 1, text.letter(near) == 0x5757,
      let digit = HanNumeral.digit(text.letter(offset)),
      digit > 0, HanNumeral.scale(text.letter(offset + 1)) == nil,
      !Letter.isHan(text.letter(offset + 1)) || text.letter(offset + 1) == 0x94B1,
      let part = ExactDecimal(digit).scaled(by: -1), let sum = value.adding(part)
    {
      (value, offset) = (sum, offset + 1)
    }
    guard offset > near + 1 else { return nil }
    if text.letter(offset) == 0x94B1 { offset += 1 }
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
    let next = text.letter(numeral.end + 1)
    if let digit = HanNumeral.digit(next), digit > 0, numeral.isWords,
      HanNumeral.scale(text.letter(numeral.end + 2)) == nil,
      let sum = scaled.value.adding(ExactDecimal(digit))
    {  // 八成五
      found.value = sum
      found.span = start..<(numeral.end + 2)
    } else if next == 0x591A || next == 0x534A {  // 多, 半
      found.approximate = next == 0x591A || found.approximate
      if next == 0x591A { found.bound = .over }
      if next == 0x534A { found.value = scaled.value.adding(ExactDecimal(5)) }
      found.span = start..<(numeral.end + 2)
    }
    return found
  }

  private static let afterTenths = "立为员本果都绩长功交型份分熟品".folded

  private func isMeasure(_ numeral: Numeral, _ end: Int, _ near: Int) -> Bool {
    let word = String(letters: text.cased[near..<end]).trimmed
    if word == "m", near == numeral.end || near == numeral.end + 1 {
      return [" tall", " long", " wide", " deep", " high"].contains { text.contains($0, at: end) }
    }
    if word == "m" || word == "g" || word == "G" || word == "M" { return false }
    if text.letter(near - 1) == 0x2D, word.count == 1 { return false }
    if text.letter(near - 1) == 0x2D, numeral.isWords, !numeral.hasScale, word.count < 3 {
      return false
    }
    if word == "米", [0x5BB6].contains(text.letter(end)) { return false }
    if ["克", "米", "升", "瓦", "桶", "斤", "伏"].contains(word) {
      return (!numeral.isWords || numeral.hasScale) && !Letter.isHan(text.letter(end))
    }
    return true
  }
}

extension Quantity {
  func adding(_ half: Bool) -> Quantity {
    guard half, let value else { return self }
    var copy = self
    copy.value = value.adding(.half)
    return copy
  }
}

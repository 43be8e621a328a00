import EventModel

extension QuantityScanner {
  /// The amounts that begin at an offset: one, or several of a range. Modifiers are part of them.
  func amount(at start: Int) -> (amounts: [Quantity], end: Int)? {
    var offset = start
    var modifier = Modifier()
    while let (found, end) = Modifier.before.match(text, at: offset) {
      modifier.add(found)
      offset = pastSpace([0x4E86, 0x4E3A, 0x6709].contains(text.letter(end)) ? end + 1 : end)
    }
    guard
      offset == start || Letter.isDigit(text.letter(offset))
        || HanNumeral.starts(text.letter(offset))
        || Currency.before.match(text, at: offset) != nil || EnglishNumeral.starts(text, offset)
    else { return nil }
    if text.contains(Self.halfTenth, at: offset) {
      let span = start..<(offset + 2)
      return (
        [
          Quantity(
            kind: .percent, value: ExactDecimal(5), unit: "%", approximate: modifier.approximate,
            span: span)
        ], span.upperBound
      )
    }
    if let double = doubling(at: offset) { return ([double], double.span.upperBound) }
    var currency: String?
    if let (code, end) = Currency.before.match(text, at: offset) {
      currency = code
      offset = pastSpace(end)
      while let (found, end) = Modifier.before.match(text, at: offset) {
        modifier.add(found)
        offset = pastSpace(end)
      }
    }
    guard let first = numeral(at: offset) else { return nil }
    let single = quantity(first, from: start, currency: currency, modifier)
    if let (range, end) = range(
      from: first, found: single, start: start, currency: currency, modifier)
    {
      return ([range], end)
    }
    guard var found = single else { return nil }
    addAfter(&found)
    found.direction = direction(of: found)
    return ([found], found.span.upperBound)
  }

  func pastSpace(_ offset: Int) -> Int { text.letter(offset) == 0x20 ? offset + 1 : offset }

  func numeral(at offset: Int) -> Numeral? {
    let letter = text.letter(offset)
    if Letter.isDigit(letter) { return text.arabicNumeral(at: offset) }
    if HanNumeral.starts(letter) { return text.hanNumeral(at: offset) }
    return EnglishNumeral.read(text, at: offset)
  }

  /// 左右, 以上, + after the amount.
  private func addAfter(_ found: inout Quantity) {
    let end = found.span.upperBound
    guard let (modifier, wordEnd) = Modifier.after.match(text, at: pastSpace(end)) else { return }
    if text.letter(end) == 0x20, text.letter(pastSpace(end)) == 0x2B { return }
    found.approximate = found.approximate || modifier.approximate
    found.bound = modifier.bound ?? found.bound
    found.span = found.span.lowerBound..<wordEnd
  }

  /// 翻倍 and 翻一番: twice as much.
  private func doubling(at offset: Int) -> Quantity? {
    for word in Self.doublings where text.contains(word, at: offset) {
      return Quantity(
        kind: .multiple, value: ExactDecimal(2), unit: "times", direction: "up",
        span: offset..<(offset + word.count))
    }
    return nil
  }

  private static let halfTenth = "半成".folded
  private static let doublings = ["翻了一倍", "翻一倍", "翻了一番", "翻一番", "翻倍", "翻番"].map(\.folded)
}

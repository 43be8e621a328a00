import EventModel

extension QuantityScanner {
  /// 270亿-290亿美元, 2 到 3 周, $500M to $1B: one amount with two ends.
  func range(
    from first: Numeral, found: Quantity?, start: Int, currency: String?, _ modifier: Modifier
  ) -> (quantity: Quantity, end: Int)? {
    let isBetween = text.contains("between ", at: start - 8)
    let firstEnd = found.map { max($0.span.upperBound, first.end) } ?? first.end
    for end in Set([firstEnd, first.end]).sorted(by: >) {
      guard var offset = connector(at: end, allowAnd: isBetween) else { continue }
      var second = currency
      if let (code, end) = Currency.before.match(text, at: offset) {
        second = code
        offset = pastSpace(end)
      }
      guard let numeral = numeral(at: offset),
        var last = quantity(numeral, from: start, currency: second, modifier),
        last.kind == found?.kind || found == nil || found?.unit == nil, var upper = last.value
      else { continue }
      var lower = first.value
      if !first.hasScale || first.value < ExactDecimal(10_000), let value = last.value,
        numeral.hasScale, lower < value
      {
        let alike = scaledLike(lower, numeral, at: offset) ?? lower
        if alike < value { lower = alike }
      }
      if last.kind == .measure, let power = found == nil ? nil : power(of: last, numeral) {
        lower = lower.scaled(by: power) ?? lower
      }
      if last.kind == .percent, text.letter(numeral.end) == 0x6210 {
        lower = lower.scaled(by: 1) ?? lower
      }
      guard lower < upper else { continue }
      if let top = last.range?.upperBound { upper = top }
      last.value = lower
      last.range = lower...upper
      last.direction = direction(of: last)
      return (last, last.span.upperBound)
    }
    return nil
  }

  private func power(of quantity: Quantity, _ numeral: Numeral) -> Int? {
    guard let value = quantity.value, numeral.value.significand != 0 else { return nil }
    return (value.scale == 0 ? 0 : -value.scale) == 0
      ? (0...18).first { numeral.value.scaled(by: $0) == value } : nil
  }

  /// The first number of 七千到九千亿 takes 亿 from the second.
  private func scaledLike(
    _ value: ExactDecimal, _ numeral: Numeral, at start: Int
  ) -> ExactDecimal? {
    var offset = numeral.end - 1
    var power = 0
    while offset > start, let scale = HanNumeral.scale(text.letter(offset)), scale >= 4 {
      power += scale
      offset -= 1
    }
    if power > 0 { return value.scaled(by: power) }
    return [12, 9, 6, 3].lazy.compactMap { value.scaled(by: $0) }.first { $0 < numeral.value }
  }

  private func connector(at end: Int, allowAnd: Bool) -> Int? {
    let offset = pastSpace(end)
    switch text.letter(offset) {
    case 0x2D, 0x7E, 0x81F3, 0x5230: return pastSpace(offset + 1)
    default: break
    }
    for word in ["to ", "and "] where text.contains(word, at: offset) && offset > end {
      return word == "to " || allowAnd ? offset + word.count : nil
    }
    return nil
  }
}

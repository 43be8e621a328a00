import EventModel

extension QuantityScanner {
  /// The amounts that begin at an offset: one, or several of a range. Modifiers are part of them.
  func amount(at start: Int) -> (amounts: [Quantity], end: Int)? {
    var offset = start
    var modifier = Modifier()
    if isRangeMark(start) { return nil }
    if let found = lastUnits(at: start) { return ([found], found.span.upperBound) }
    while let (found, end) = Modifier.before.match(text, at: offset) {
      // 上百; 晚上8点 is a time
      if text.letter(offset) == 0x4E0A, HanNumeral.scale(text.letter(end)) == nil { return nil }
      modifier.add(found)
      offset = pastSpace([0x4E86, 0x4E3A, 0x6709].contains(text.letter(end)) ? end + 1 : end)
      if text.contains("每股", at: offset) { offset += 2 }  // 不超过每股45元
    }
    let isNegative = signs(at: &offset)
    guard
      offset == start || Letter.isDigit(text.letter(offset))
        || HanNumeral.starts(text.letter(offset)) || text.letter(offset) == 0x534A
        || Currency.before.match(text, at: offset) != nil || EnglishNumeral.starts(text, offset)
        || text.letter(offset) == 0x7FFB || text.letter(offset) < 0x100
    else { return nil }
    if let found = share(at: offset, start, modifier)
      ?? halfUnit(at: offset, start, modifier)
    {
      return ([found], found.span.upperBound)
    }
    var currency: String?
    if let (code, end) = Currency.before.match(text, at: offset) {
      currency = code
      offset = pastSpace(end)
      while let (found, end) = Modifier.before.match(text, at: offset) {
        modifier.add(found)
        offset = pastSpace(end)
      }
    }
    guard let first = numeral(at: offset) else {
      return currency == nil
        ? articleUnit(at: offset, start, modifier).map { ([$0], $0.span.upperBound) } : nil
    }
    let single = quantity(first, from: start, currency: currency, modifier)
    if let (range, end) = range(
      from: first, found: single, start: start, currency: currency, modifier)
    {
      return ([range], end)
    }
    guard var found = single else { return nil }
    if isNegative || isMinus(before: start), let value = found.value {
      guard found.kind != .count, found.kind != .duration else { return nil }
      found.value = ExactDecimal(significand: -value.significand, scale: value.scale)
    }
    addAfter(&found)
    if found.kind == .duration, isDuring(start) { found.bound = nil }
    found.direction = found.direction ?? direction(of: found)
    return ([found], found.span.upperBound)
  }

  /// ~ between two numbers.
  private func isRangeMark(_ start: Int) -> Bool {
    text.letter(start) == 0x7E && Letter.isDigit(text.letter(start - 1))
  }

  func pastSpace(_ offset: Int) -> Int { text.letter(offset) == 0x20 ? offset + 1 : offset }

  func numeral(at offset: Int) -> Numeral? {
    let letter = text.letter(offset)
    if Letter.isDigit(letter) { return text.arabicNumeral(at: offset) }
    if HanNumeral.starts(letter) { return text.hanNumeral(at: offset) }
    return EnglishNumeral.read(text, at: offset)
  }

  /// Past 负 or 零下 before digits.
  private func signs(at offset: inout Int) -> Bool {
    guard [0x8D1F, 0x96F6].contains(text.letter(offset)) else { return false }
    for word in ["负", "零下"] where text.contains(word, at: offset) {
      let next = pastSpace(offset + word.unicodeScalars.count)
      guard
        Letter.isDigit(text.letter(next)) || word == "零下"
          || text.hanNumeral(at: next)?.hasScale ?? false
      else { return false }
      offset = next
      return true
    }
    return false
  }

  /// `$6B over five years`: in their course, not for longer.
  private func isDuring(_ start: Int) -> Bool {
    guard text.contains("over ", at: start), text.letter(start - 1) == 0x20 else { return false }
    var offset = start - 2
    while Letter.isWord(text.letter(offset)) {
      if Letter.isDigit(text.letter(offset)) { return true }
      offset -= 1
    }
    return text.contains("illion ", at: start - 7)
  }

  /// A minus that stands before a number and after no other: `margin of -2.4%`.
  private func isMinus(before start: Int) -> Bool {
    text.letter(start - 1) == 0x2D && Letter.isDigit(text.letter(start))
      && [0, 0x20, 0x28, 0x3A].contains(text.letter(start - 2))
      && !Letter.isDigit(text.letter(start - 3))
  }

  /// Shares and multiples in words: 三分之一, 百分之五, `two-thirds`, `tripled`, 翻两番, 半成.
  private func share(at offset: Int, _ start: Int, _ modifier: Modifier) -> Quantity? {
    func made(_ kind: Quantity.Kind, _ value: ExactDecimal, _ unit: String?, _ end: Int) -> Quantity
    {
      var found = Quantity(
        kind: kind, value: value, unit: unit, approximate: modifier.approximate,
        bound: modifier.bound, span: start..<end)
      addAfter(&found)
      return found
    }
    if let (value, end) = Self.shares.match(text, at: offset) {
      return made(.percent, ExactDecimal(value), "%", end)
    }
    if let (ratio, isPercent) = text.hanFraction(at: offset) {
      var found = made(
        isPercent ? .percent : .ratio, ratio.value, isPercent ? "%" : "times", ratio.end)
      if !isPercent, text.letter(found.span.upperBound) == 0x500D {
        found.span = start..<(found.span.upperBound + 1)
      }
      found.direction = direction(of: found)
      return found
    }
    guard let ratio = Ratio(text, at: offset) else { return nil }
    var found = made(.ratio, ratio.value, "times", ratio.end)
    found.direction = ratio.direction ?? direction(of: found)
    return found
  }

  private static let shares = WordTable<Int>([("半成", 5), ("对折", 50), ("半折", 50)])

  /// 半年, 半个月, 半小时.
  private func halfUnit(at offset: Int, _ start: Int, _ modifier: Modifier) -> Quantity? {
    guard text.letter(offset) == 0x534A,
      let (unit, end) = Unit.durations.match(text, at: offset + 1),
      !"度报导价级".folded.contains(text.letter(end)), text.letter(end - 1) != 0x65E5,
      unit.name != "quarter", text.letter(start - 1) != 0x4E00,
      let value = ExactDecimal.half.scaled(by: unit.power)
    else { return nil }
    var found = Quantity(
      kind: .duration, value: value, unit: unit.name, approximate: modifier.approximate,
      bound: modifier.bound, span: start..<end)
    addMore(&found)
    addAfter(&found)
    return found
  }

  /// `last four weeks`, `next five years`, 未来两个财年: a length of time.
  private func lastUnits(at start: Int) -> Quantity? {
    guard let (_, end) = Self.lasts.match(text, at: start),
      let numeral = numeral(at: pastSpace(end)),
      let (unit, unitEnd) = Unit.durations.match(text, at: pastSpace(numeral.end)),
      let value = numeral.value.scaled(by: unit.power), value > ExactDecimal(0)
    else { return nil }
    var found = Quantity(
      kind: .duration, value: value, unit: unit.name,
      approximate: numeral.isVague,
      range: numeral.upper.flatMap { $0 > value && unit.power == 0 ? value...$0 : nil },
      span: start..<unitEnd)
    addAfter(&found)
    return found
  }

  private static let lasts = WordTable<Bool>(
    [
      "last", "past", "next", "previous", "coming", "following", "first", "final", "过去", "最近",
      "未来", "今后", "接下来",
    ].map { ($0, true) })

  /// `about a week`, `within an hour`: one of a unit of time, after a word that measures.
  private func articleUnit(at offset: Int, _ start: Int, _ modifier: Modifier) -> Quantity? {
    guard text.letter(offset) == 0x61,
      let article = ["a ", "an "].first(where: { text.contains($0, at: offset) }),
      let (unit, end) = Unit.durations.match(text, at: offset + article.utf8.count),
      text.letter(end - 1) != 0x73, !text.contains(" ago", at: end)
    else { return nil }
    let isMeasured =
      offset > start
      || text.contains("-long", at: end)
      || ["within ", "for ", "lasted ", "takes ", "took "].contains {
        text.contains($0, at: start - $0.utf8.count)
      }
    let hasHalf = text.contains(" and a half", at: end)
    guard isMeasured || hasHalf,
      let value = ExactDecimal(hasHalf ? "1.5" : "1")?.scaled(by: unit.power)
    else { return nil }
    return Quantity(
      kind: .duration, value: value, unit: unit.name, approximate: modifier.approximate,
      bound: modifier.bound, span: start..<(hasHalf ? end + 11 : end))
  }

  /// 多 or 余 after a unit: 一年多, 两米多.
  func addMore(_ found: inout Quantity) {
    let end = found.span.upperBound
    guard [0x591A, 0x4F59].contains(text.letter(end)), Letter.isHan(text.letter(end - 1)),
      ![0x5143, 0x6B21].contains(text.letter(end + 1))
    else { return }
    found.approximate = true
    found.bound = .over
    found.span = found.span.lowerBound..<(end + 1)
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
}

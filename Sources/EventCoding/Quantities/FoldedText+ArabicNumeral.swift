import EventModel

extension FoldedText {
  /// A number in digits at an offset, with its scale: `1,300`, `5.4亿`, `30多亿`, `$2B`'s `2B`; nil
  /// where it has too many digits.
  func arabicNumeral(at start: Int) -> Numeral? {
    guard Letter.isDigit(letter(start)) else { return nil }
    var offset = start
    var digits = WholeNumber(0)
    var (count, places, groups) = (0, 0, 0)
    while true {
      if Letter.isDigit(letter(offset)) {
        digits = digits * 10 + WholeNumber(Int(letter(offset) - 0x30))
        count += 1
        offset += 1
      } else if letter(offset) == 0x2C, groups > 0 || count <= 3,
        isGroup(offset + 1) || isIndianGroup(offset + 1, after: count)
      {
        groups += 1
        offset += 1
      } else {
        break
      }
    }
    if letter(offset) == 0x2E, Letter.isDigit(letter(offset + 1)) {
      offset += 1
      while Letter.isDigit(letter(offset)), places < 15 {
        digits = digits * 10 + WholeNumber(Int(letter(offset) - 0x30))
        places += 1
        offset += 1
      }
    }
    guard let value = digits.decimal(places: places) else { return nil }
    var numeral = Numeral(value: value, end: offset)
    numeral.isGrouped = groups > 0
    numeral.isDecimal = places > 0
    numeral.digits = count
    return withScale(numeral)
  }

  /// Three digits and no fourth.
  private func isGroup(_ offset: Int) -> Bool {
    (0..<3).allSatisfy { Letter.isDigit(letter(offset + $0)) }
      && !Letter.isDigit(letter(offset + 3))
  }

  /// 34 of 12,34,567.
  private func isIndianGroup(_ offset: Int, after count: Int) -> Bool {
    count % 2 == 0 && count < 7 && Letter.isDigit(letter(offset))
      && Letter.isDigit(letter(offset + 1)) && letter(offset + 2) == 0x2C
      && (isGroup(offset + 3)
        || isIndianGroup(offset + 3, after: count + 2))
  }

  /// Reads 多, 万, 亿, million, B … after the digits.
  private func withScale(_ digits: Numeral) -> Numeral? {
    var numeral = digits
    takeMore(&numeral)
    var offset = numeral.end
    if letter(offset) == 0x20, HanNumeral.scale(letter(offset + 1)) != nil { offset += 1 }
    var power = 0
    while let scale = HanNumeral.scale(letter(offset)), !isUnitOfScale(offset) {
      power += scale
      offset += 1
    }
    if power > 0 {
      guard var scaled = numeral.scaled(by: power) else { return nil }
      scaled.end = offset
      takeMore(&scaled)
      takeSmaller(&scaled, than: power)
      return scaled
    }
    for word in [" dozen", "-dozen"]
    where contains(word, at: numeral.end) && isWordEnd(numeral.end + 6) {
      guard let dozens = numeral.value.multiplied(by: ExactDecimal(12)) else { return nil }
      (numeral.value, numeral.end) = (dozens, numeral.end + 6)
      return numeral
    }
    guard let (power, end) = latinScale(at: numeral.end) else { return numeral }
    var scaled = numeral.scaled(by: power)
    scaled?.end = end
    return scaled
  }

  /// 4千6百 after 5万.
  private func takeSmaller(_ numeral: inout Numeral, than power: Int) {
    var (power, offset) = (power, numeral.end)
    while !numeral.isMore, Letter.isDigit(letter(offset)) {
      var (digits, end) = (0, offset)
      while Letter.isDigit(letter(end)), end - offset < 5 {
        digits = digits * 10 + Int(letter(end) - 0x30)
        end += 1
      }
      guard let scale = HanNumeral.scale(letter(end)), scale < power,
        HanNumeral.scale(letter(end + 1)) == nil,
        !isUnitOfScale(end), let part = ExactDecimal(digits).scaled(by: scale),
        let sum = numeral.value.adding(part)
      else { return }
      (numeral.value, numeral.end) = (sum, end + 1)
      (power, offset) = (scale, end + 1)
    }
  }

  /// 千 in 千克 and 千瓦, and 万 in 万卡, belong to the unit.
  private func isUnitOfScale(_ offset: Int) -> Bool {
    letter(offset) == 0x5146 && [0x74E6, 0x8D6B, 0x5B57].contains(letter(offset + 1))
      || letter(offset) == 0x5343 && [0x514B, 0x7C73, 0x74E6, 0x5361].contains(letter(offset + 1))
  }

  /// 多, 余, 几 after a number: up to the next round number.
  func takeMore(_ numeral: inout Numeral) {
    let mark = letter(numeral.end)
    guard mark == 0x591A || mark == 0x4F59 || mark == 0x51E0, !numeral.isMore else { return }
    numeral.end += 1
    numeral.isVague = true
    numeral.isMore = true
    if mark != 0x4F59 {
      var step = numeral.value.significand
      var power = 0
      while step > 0, step % 10 == 0 {
        step /= 10
        power += 1
      }
      numeral.upper = ExactDecimal(1).scaled(by: power).flatMap(numeral.value.adding)
    }
  }

  /// The power of ten of `million`, `bn`, `K` …, with the end of the word.
  func latinScale(at start: Int) -> (power: Int, end: Int)? {
    let hasSpace = letter(start) == 0x20 || letter(start) == 0x2D
    let first = hasSpace ? start + 1 : start
    let end = latinRun(first)
    guard end > first, end - first <= 9 else { return nil }
    let word = Array(letters[first..<end])
    if let power = Self.scaleWords[word] { return (power, end) }
    guard !hasSpace, word.count <= 2, let power = Self.scaleLetters[word] else { return nil }
    // 40m is metres, 100t tonnes, unless money is told.
    if [[0x6D], [0x74]].contains(word), cased[first] == word[0], !isMoneyBefore(start),
      Currency.after.match(self, at: end + 1) == nil,
      word == [0x74] || letter(end) != 0x20 || Unit.counts.match(self, at: end + 1) == nil
    {
      return nil
    }
    return (power, end)
  }

  /// The end of the Latin letters at an offset.
  func latinRun(_ start: Int) -> Int {
    var end = start
    while Letter.isLatin(letter(end)) { end += 1 }
    return end
  }

  /// Whether a currency sign stands just before the number that ends here.
  private func isMoneyBefore(_ end: Int) -> Bool {
    var offset = end - 1
    while offset >= 0,
      Letter.isDigit(letter(offset)) || letter(offset) == 0x2E || letter(offset) == 0x2C
    {
      offset -= 1
    }
    if letter(offset) == 0x20 { offset -= 1 }
    if [0x24, 0x20AC, 0xA3, 0xA5, 0x20B9].contains(letter(offset)) { return true }
    var first = offset
    while first > offset - 4, Letter.isUppercase(first >= 0 ? cased[first] : 0) { first -= 1 }
    return offset - first >= 3 && Currency.before.match(self, at: first + 1)?.end == offset + 1
  }

  private static let scaleWords: [[UInt16]: Int] = [
    "hundred".folded: 2, "thousand".folded: 3, "million".folded: 6, "millions".folded: 6,
    "billion".folded: 9,
    "billions".folded: 9, "trillion".folded: 12, "mn".folded: 6, "mio".folded: 6,
    "bln".folded: 9, "tln".folded: 12, "mln".folded: 6, "bn".folded: 9,
    "tn".folded: 12, "lakh".folded: 5, "crore".folded: 7,
  ]
  private static let scaleLetters: [[UInt16]: Int] = [
    "k".folded: 3, "m".folded: 6, "b".folded: 9, "t".folded: 12, "mm".folded: 6,
  ]
}

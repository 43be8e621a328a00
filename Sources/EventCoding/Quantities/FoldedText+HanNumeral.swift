import EventModel

extension FoldedText {
  /// A number in Chinese characters: 四十九兆九千五百九十二亿, 两个亿, 十几, 数十亿, 八九亿, 百亿; nil
  /// where it has too many digits.
  func hanNumeral(at start: Int) -> Numeral? {
    var reader = HanReader()
    var offset = start
    while offset - start <= FoldedText.longestNumeral,
      let step = reader.read(letter(offset), next: letter(offset + 1))
    {
      offset += step
    }
    guard 1...FoldedText.longestNumeral ~= offset - start, var numeral = reader.numeral(end: offset)
    else { return nil }
    numeral.isWords = true
    return hanDecimal(numeral) ?? numeral
  }

  /// 六十三点五, 三点五亿; 三点五十 and 三点五分 are times of a day.
  private func hanDecimal(_ whole: Numeral) -> Numeral? {
    guard letter(whole.end) == 0x70B9, whole.upper == nil, !whole.isVague else { return nil }
    var (value, offset, places) = (whole.value, whole.end + 1, 0)
    while places < 12, let digit = HanNumeral.digit(letter(offset)) {
      places += 1
      guard let part = ExactDecimal(digit).scaled(by: -places), let sum = value.adding(part) else {
        return nil
      }
      (value, offset) = (sum, offset + 1)
    }
    guard places > 0, ![0x5341, 0x5206, 0x523B, 0x534A].contains(letter(offset)) else { return nil }
    var numeral = whole
    (numeral.value, numeral.end, numeral.isDecimal) = (value, offset, true)
    while let power = HanNumeral.scale(letter(numeral.end)), let scaled = numeral.scaled(by: power)
    {
      let end = numeral.end + 1
      numeral = scaled
      numeral.end = end
    }
    return numeral
  }

  /// In letters; no number that can be kept has more.
  private static let longestNumeral = 60

  /// Digits alone, as in 二零零四; nil unless `count` of them.
  func hanDigits(at start: Int, count: Int) -> Int? {
    var value = 0
    for offset in start..<(start + count) {
      guard let digit = HanNumeral.digit(letter(offset)) else { return nil }
      value = value * 10 + digit
    }
    return HanNumeral.digit(letter(start + count)) == nil ? value : nil
  }
}

/// Adds up a Chinese number character by character.
private struct HanReader {
  private var total = WholeNumber(0)
  private var section = WholeNumber(0)
  private var digit: Int?
  private var upperDigit: Int?
  private var lastPower = 0
  private var run: [Int] = []
  private var hasScale = false
  private var isSome = false
  private var isMore = false
  private var impliesOne = false
  private var sawZero = false
  private var vagueStep = 0
  private var isFull = false

  /// Takes a letter and says how many letters that used up; nil at the end of the number.
  mutating func read(_ letter: UInt16, next: UInt16) -> Int? {
    if isFull { return nil }
    if let value = HanNumeral.digit(letter) { return take(digit: value) }
    if let power = HanNumeral.scale(letter) { return take(power: power) }
    if HanNumeral.isSome(letter) { return takeSome(next) }
    // 两个亿
    if letter == 0x4E2A, digit != nil, !hasScale, HanNumeral.scale(next) ?? 0 >= 4 { return 1 }
    // 多 and 余 between 十 and 亿
    if letter == 0x591A || letter == 0x4F59, hasScale, digit == nil, !isMore {
      isMore = true
      vagueStep = letter == 0x591A ? lastPower : 0
      return 1
    }
    return nil
  }

  private mutating func take(digit value: Int) -> Int? {
    if isMore || isSome { return nil }
    if hasScale {
      if value == 0 { sawZero = true }
      if let known = digit, known != 0, value != 0 {
        guard known + 1 == value else { return nil }
        upperDigit = value
        return 1
      }
      digit = value
      return 1
    }
    guard run.count < 12 else { return nil }
    run.append(value)
    if run.count == 2, value > run[0] { upperDigit = value }
    digit = run.count == 1 || run.count == 2 && value > run[0] ? run[0] : digit
    return 1
  }

  private mutating func take(power: Int) -> Int? {
    if run.count > 2 { return nil }
    if digit == nil, !hasScale, !isSome { impliesOne = true }
    hasScale = true
    sawZero = false
    if power < 4 {
      if isMore { return nil }
      section = section + WholeNumber.ten(to: power) * (digit ?? 1)
      if let upperDigit, digit != nil {
        vagueStep = power
        upperGap = upperDigit - digit!
        isPair = true
      }
      if isSome { vagueStep = power; upperGap = 9 }
      lastPower = power
    } else {
      section = section + WholeNumber(digit ?? 0)
      if let upperDigit, let digit, lastPower == 0 || section.ones == digit {
        upperGap = upperDigit - digit
        vagueStep = 0
        gapIsHere = true
      }
      if section.isZero && total.isZero { section = WholeNumber(1) }
      if isSome, lastPower == 0 { upperGap = 9; gapIsHere = true }
      let unit = WholeNumber.ten(to: power)
      total = power >= lastBig ? (total + section) * unit : total + section * unit
      if power >= lastBig { lastBig = power }
      bigPower += power
      section = WholeNumber(0)
      lastPower = power
    }
    digit = nil
    upperDigit = nil
    return 1
  }

  private var isPair = false
  private var upperGap = 0
  private var gapIsHere = false
  private var lastBig = 0
  private var bigPower = 0

  private mutating func takeSome(_ next: UInt16) -> Int? {
    if !hasScale, run.isEmpty {
      guard HanNumeral.scale(next) != nil else { return nil }
      isSome = true
      return 1
    }
    // 十几
    guard hasScale, lastPower == 1, digit == nil else { return nil }
    vagueStep = 1
    upperGap = 1
    return 1
  }

  func numeral(end: Int) -> Numeral? {
    var value = total + section
    if let digit {
      if !hasScale {
        value = run.count <= 2 && upperDigit != nil ? WholeNumber(digit) : runValue
      } else if !sawZero, lastPower >= 2, !isMore {
        value = value + WholeNumber.ten(to: lastPower - 1) * digit
      } else {
        value = value + WholeNumber(digit)
      }
    } else if !hasScale {
      guard !run.isEmpty else { return nil }
      value = runValue
    }
    guard let exact = value.decimal() else { return nil }
    var numeral = Numeral(value: exact, end: end)
    numeral.hasScale = hasScale
    numeral.impliesOne = impliesOne && value.isPowerOfTen
    numeral.digits = run.count
    if let upperDigit, !hasScale, run.count == 2, let digit {
      numeral.upper = ExactDecimal(upperDigit)
      numeral.value = ExactDecimal(digit)
    } else if upperGap > 0 {
      let isInBig = gapIsHere || bigPower > 0 && vagueStep < 4
      let gap = WholeNumber.ten(to: vagueStep) * WholeNumber.ten(to: isInBig ? bigPower : 0)
      numeral.upper = (value + gap * upperGap).decimal()
    } else if isMore, vagueStep > 0 {
      let gap = WholeNumber.ten(to: vagueStep) * WholeNumber.ten(to: lastPower >= 4 ? bigPower : 0)
      numeral.upper = (value + gap).decimal()
    }
    numeral.isVague = isMore || isSome || upperGap > 0 && upperDigit == nil && !gapIsHere && !isPair
    numeral.isMore = isMore
    return numeral
  }

  private var runValue: WholeNumber {
    run.reduce(WholeNumber(0)) { $0 * 10 + WholeNumber($1) }
  }
}

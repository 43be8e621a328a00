import EventModel

/// Parts and multiples: 三分之一, `two-thirds`, `one in five`, `tripled`, 翻两番.
struct Ratio {
  let value: ExactDecimal
  let end: Int
  /// `up` or `down`, where the word itself says it.
  var direction: String?

  init?(_ text: FoldedText, at start: Int) {
    if text.letter(start) < 0x100 {
      guard Ratio.mayBegin(text, at: start) else { return nil }
      guard let ratio = Ratio.english(text, at: start) else { return nil }
      self = ratio
    } else {
      guard let ratio = Ratio.turned(text, at: start) ?? Ratio.half(text, at: start) else {
        return nil
      }
      self = ratio
    }
  }

  private init(_ value: ExactDecimal, _ end: Int, _ direction: String? = nil) {
    (self.value, self.end, self.direction) = (value, end, direction)
  }

  /// The part of a whole, to twelve places.
  init?(_ part: ExactDecimal, of whole: ExactDecimal, end: Int) {
    guard whole.scale == 0, 1...1_000_000 ~= whole.significand,
      let scaled = part.scaled(by: 12), scaled.scale == 0
    else { return nil }
    let divisor = whole.significand
    let (quotient, remainder) = scaled.significand.quotientAndRemainder(dividingBy: divisor)
    let rounded = quotient + (remainder.magnitude * 2 >= divisor.magnitude ? 1 : 0)
    guard let value = ExactDecimal(significand: rounded, scale: 12) else { return nil }
    self.init(value, end)
  }

  // MARK: English

  /// Most numbers in digits are no part of anything: only ` in `, ` out of ` or a fraction makes them.
  private static func mayBegin(_ text: FoldedText, at start: Int) -> Bool {
    guard Letter.isDigit(text.letter(start)) else { return true }
    var end = start
    while Letter.isDigit(text.letter(end)) || text.letter(end) == 0x2C { end += 1 }
    return [0x20, 0x2D].contains(text.letter(end)) && Letter.isLatin(text.letter(end + 1))
  }

  private static func english(_ text: FoldedText, at start: Int) -> Ratio? {
    if let (change, end) = changes.match(text, at: start) {
      if text.contains(" down", at: end) { return nil }
      if change.needsObject, !objects.contains(where: { text.contains($0, at: end) }) { return nil }
      return Ratio(change.value, end, change.direction)
    }
    switch text.letter(start) {
    case 0x68: return englishHalf(text, at: start)
    case 0x74:
      if let most = threeQuarters(text, at: start) { return most }
    default: break
    }
    let isArticle = text.contains("a ", at: start)
    let first: Numeral? =
      isArticle
      ? Numeral(value: ExactDecimal(1), end: start + 1)
      : text.plainDigits(at: start) ?? EnglishNumeral.read(text, at: start)
    guard let part = first, part.value >= ExactDecimal(1), part.value < ExactDecimal(1000) else {
      return nil
    }
    for word in [" in every ", " out of every ", " out of ", " in "]
    where text.contains(word, at: part.end) && !isArticle {
      let offset = part.end + word.utf8.count
      guard let whole = text.plainDigits(at: offset) ?? EnglishNumeral.read(text, at: offset),
        whole.value > part.value, whole.value <= ExactDecimal(1_000_000), !whole.isDecimal,
        // `one in 2025`, `3 in 10 minutes`
        word != " in " || whole.value <= ExactDecimal(100) || whole.isGrouped,
        word != " in " || Unit.durations.match(text, at: whole.end + 1) == nil,
        text.isWordEnd(whole.end), text.letter(whole.end) != 0x25
      else { return nil }
      return Ratio(part.value, of: whole.value, end: whole.end)
    }
    guard [0x20, 0x2D].contains(text.letter(part.end)),
      let (whole, end) = fractions.match(text, at: part.end + 1)
    else { return nil }
    let isPlural = text.letter(end - 1) == 0x73
    if whole == 4, !isPlural || text.contains(" of", at: end) == false {
      guard text.contains(" of ", at: end), !text.contains(" of a ", at: end) else { return nil }
    }
    // `a third of`, `one-third`, but `a third round` and `one tenth grader`.
    guard isPlural == (part.value > ExactDecimal(1)),
      isPlural || !isArticle && text.letter(part.end) == 0x2D || text.contains(" of", at: end)
        || !isArticle && !Letter.isLatin(text.letter(end + 1))
    else { return nil }
    return Ratio(part.value, of: ExactDecimal(whole), end: end)
  }

  /// `half of`, `by half`, `nearly half`.
  private static func englishHalf(_ text: FoldedText, at start: Int) -> Ratio? {
    for word in ["half of", "half the", "half its", "half their", "half of all"]
    where text.contains(word, at: start) && text.isWordEnd(start + word.utf8.count) {
      return Ratio(.half, start + 4)
    }
    if text.contains("half", at: start), text.isWordEnd(start + 4) {
      for word in ["by ", "in ", "nearly ", "almost ", "than ", "about ", "roughly "]
      where text.contains(word, at: start - word.utf8.count) && text.letter(start + 4) != 0x2D {
        if ["a ", "an ", "hour", "day"].contains(where: { text.contains($0, at: start + 5) }) {
          return nil
        }
        return Ratio(.half, start + 4)
      }
    }
    return nil
  }

  private static func threeQuarters(_ text: FoldedText, at start: Int) -> Ratio? {
    for word in ["three quarters of ", "three-quarters of "]
    where text.contains(word, at: start) && !text.contains("a ", at: start + word.utf8.count) {
      return Ratio(ExactDecimal("0.75")!, start + word.utf8.count - 4)
    }
    return nil
  }

  private struct Change {
    let value: ExactDecimal
    var direction: String?
    var needsObject = false
  }

  private static let changes = WordTable<Change>(
    [
      ("doubl", 2), ("tripl", 3), ("quadrupl", 4), ("quintupl", 5),
    ].flatMap { stem, value -> [(String, Change)] in
      let verb = Change(value: ExactDecimal(value), direction: "up")
      return [
        (stem + "ed", verb), (stem + "ing", verb), (stem + "es", verb),
        ("more than " + stem + "ed", verb),
        (stem + "e", Change(value: ExactDecimal(value), direction: "up", needsObject: true)),
      ]
    } + [
      ("halved", Change(value: .half, direction: "down")),
      ("halves", Change(value: .half, direction: "down")),
      ("halving", Change(value: .half, direction: "down")),
      ("halve", Change(value: .half, direction: "down")),
      ("twice", Change(value: ExactDecimal(2), needsObject: true)),
      ("thrice", Change(value: ExactDecimal(3), needsObject: true)),
      ("twofold", Change(value: ExactDecimal(2))), ("threefold", Change(value: ExactDecimal(3))),
      ("fourfold", Change(value: ExactDecimal(4))), ("fivefold", Change(value: ExactDecimal(5))),
      ("sixfold", Change(value: ExactDecimal(6))), ("sevenfold", Change(value: ExactDecimal(7))),
      ("eightfold", Change(value: ExactDecimal(8))), ("tenfold", Change(value: ExactDecimal(10))),
      ("hundredfold", Change(value: ExactDecimal(100))),
    ])

  /// What follows a doubling that is no name: `double its output`, `twice as fast`.
  private static let objects = [
    " its ", " the ", " their ", " his ", " her ", " our ", " that ", " what ", " as ", " in ",
    " to ", " output", " capacity", " production", " revenue", " sales", " this year", " last year",
    " over ", " by ",
  ].map(\.folded)

  private static let fractions = WordTable<Int>([
    ("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4), ("fourths", 4), ("fifth", 5),
    ("fifths", 5), ("sixth", 6), ("sixths", 6), ("seventh", 7), ("sevenths", 7), ("eighth", 8),
    ("eighths", 8), ("ninth", 9), ("ninths", 9), ("tenth", 10), ("tenths", 10),
    ("hundredth", 100), ("hundredths", 100),
  ])

  // MARK: Chinese

  fileprivate static let partOf = "分之".folded

  /// 翻倍, 翻一番, 翻两番 (four times as much), 翻了三倍.
  private static func turned(_ text: FoldedText, at start: Int) -> Ratio? {
    guard text.letter(start) == 0x7FFB else { return nil }
    var offset = start + 1
    for word in ["了近", "了约", "了", "近", "上", "超"] where text.contains(word, at: offset) {
      offset += word.unicodeScalars.count
      break
    }
    var count = 1
    var numeral: Numeral?
    if let read = text.plainDigits(at: offset) ?? text.hanNumeral(at: offset) {
      guard read.value <= ExactDecimal(1000) else { return nil }
      (numeral, offset) = (read, read.end)
      count = Int(read.value.double)
    }
    switch text.letter(offset) {
    case 0x500D:  // 倍
      let value = numeral.map { $0.value == ExactDecimal(1) ? ExactDecimal(2) : $0.value }
      return Ratio(value ?? ExactDecimal(2), offset + 1, "up")
    case 0x756A where 1...20 ~= count:  // 番
      return Ratio(ExactDecimal(1 << count), offset + 1, "up")
    default: return nil
    }
  }

  /// 一半, 过半, 减半, 腰斩.
  private static func half(_ text: FoldedText, at start: Int) -> Ratio? {
    if text.contains("一半", at: start) { return Ratio(.half, start + 2) }
    if text.contains("减半", at: start) || text.contains("腰斩", at: start) {
      return Ratio(.half, start + 2, "down")
    }
    return nil
  }
}

extension FoldedText {
  /// Digits without a scale, as fractions are told with.
  func plainDigits(at start: Int) -> Numeral? {
    guard Letter.isDigit(letter(start)), let numeral = arabicNumeral(at: start), !numeral.hasScale
    else { return nil }
    return numeral
  }

  /// 三分之一, 百分之六十五点五, 二又四分之三, 千分之三: what part a number begins, and its end.
  func hanFraction(at start: Int) -> (ratio: Ratio, isPercent: Bool)? {
    var (whole, offset) = (ExactDecimal(0), start)
    guard Letter.isDigit(letter(start)) || HanNumeral.starts(letter(start)),
      contains(Ratio.partOf, at: start, within: 14),
      let first = plainDigits(at: offset) ?? hanNumeral(at: offset), first.upper == nil
    else {
      return nil
    }
    var divisor = first
    if letter(first.end) == 0x53C8 {  // 又
      guard let second = plainDigits(at: first.end + 1) ?? hanNumeral(at: first.end + 1) else {
        return nil
      }
      (whole, divisor, offset) = (first.value, second, first.end + 1)
    }
    guard contains("分之", at: divisor.end) else { return nil }
    let next = divisor.end + 2
    guard let part = arabicNumeral(at: next) ?? hanNumeral(at: next), part.upper == nil else {
      return nil
    }
    let hundreds = [100: 0, 1000: -1, 10_000: -2]
    if whole == ExactDecimal(0),
      let power = hundreds.first(where: { divisor.value == ExactDecimal($0.key) })?.value
    {
      guard let percent = part.value.scaled(by: power) else { return nil }
      return Ratio(percent, of: ExactDecimal(1), end: part.end).map { ($0, true) }
    }
    guard let ratio = Ratio(part.value, of: divisor.value, end: part.end) else { return nil }
    guard whole > ExactDecimal(0) else { return (ratio, false) }
    guard let sum = whole.adding(ratio.value) else { return nil }
    return Ratio(sum, of: ExactDecimal(1), end: part.end).map { ($0, false) }
  }
}

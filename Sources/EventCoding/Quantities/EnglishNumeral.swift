import EventModel

/// Numbers in English words: `twenty-five thousand`, `one hundred and six`, `two and a half`,
/// `half a billion`, `two point five million`, `several hundred`, `dozens`.
enum EnglishNumeral {
  static func starts(_ text: FoldedText, _ offset: Int) -> Bool {
    Self.words.match(text, at: offset) != nil
  }

  static func read(_ text: FoldedText, at start: Int) -> Numeral? {
    guard let (word, _) = words.match(text, at: start) else { return nil }
    var reader = Reader(text: text, offset: start)
    switch word {
    case .half, .quarter, .threeQuarters, .some, .plural: return reader.part(word)
    case .scale(let power) where text.contains("per ", at: start - 4):
      // $3 per million tokens
      guard let value = ExactDecimal(1).scaled(by: power) else { return nil }
      var numeral = Numeral(value: value, end: text.latinRun(start))
      numeral.isWords = true
      numeral.hasScale = true
      return numeral
    default: return reader.number()
    }
  }

  /// A word of a number.
  fileprivate enum Word {
    /// 0...19
    case small(Int)
    /// 20, 30 … 90
    case ten(Int)
    case hundred
    /// A power of ten: 3, 6, 9, 12.
    case scale(Int)
    case dozen
    case article
    case half
    case quarter
    case threeQuarters
    /// `several`, `a few`
    case some
    /// `hundreds`, `tens of thousands`, with the number meant at least.
    case plural(Int)
  }

  fileprivate static let words = WordTable<Word>(
    [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ].enumerated().map { ($1, .small($0)) }
      + ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
      .enumerated().map { ($1, .ten($0 * 10 + 20)) } + [
        ("hundred", .hundred), ("thousand", .scale(3)), ("million", .scale(6)),
        ("billion", .scale(9)), ("trillion", .scale(12)), ("dozen", .dozen), ("a", .article),
        ("half a", .half), ("half-a", .half), ("half", .half), ("half of a", .half),
        ("quarter", .quarter), ("three quarters", .threeQuarters),
        ("three quarters of a", .threeQuarters), ("three-quarters of a", .threeQuarters),
        ("a quarter of a", .quarter),
        ("a quarter", .quarter), ("several", .some), ("a few", .some), ("dozens of", .plural(24)),
        ("hundreds of", .plural(100)), ("thousands of", .plural(1000)),
        ("tens of thousands of", .plural(10_000)),
        ("hundreds of thousands of", .plural(100_000)), ("millions of", .plural(1_000_000)),
        ("tens of millions of", .plural(10_000_000)),
        ("hundreds of millions of", .plural(100_000_000)),
        ("billions of", .plural(1_000_000_000)),
        ("tens of billions of", .plural(10_000_000_000)),
        ("hundreds of billions of", .plural(100_000_000_000)),
        ("tens of thousands", .plural(10_000)), ("hundreds of thousands", .plural(100_000)),
        ("tens of millions", .plural(10_000_000)), ("hundreds of millions", .plural(100_000_000)),
        ("tens of billions", .plural(10_000_000_000)),
        ("hundreds of billions", .plural(100_000_000_000)),
        ("trillions of", .plural(1_000_000_000_000)),
      ])

  fileprivate static let quarter = ExactDecimal("0.25")!
  fileprivate static let threeQuarters = ExactDecimal("0.75")!
}

/// Adds up number words from an offset.
private struct Reader {
  let text: FoldedText
  var offset: Int

  /// `half a billion`, `quarter million`, `several hundred`, `thousands of`.
  mutating func part(_ word: EnglishNumeral.Word) -> Numeral? {
    let start = offset
    guard let (_, end) = EnglishNumeral.words.match(text, at: offset) else { return nil }
    offset = end
    var numeral: Numeral
    switch word {
    case .plural(let least):
      // Up to the next round number, as 数千 is.
      numeral = Numeral(value: ExactDecimal(least), end: end)
      numeral.isVague = true
      numeral.hasScale = true
      numeral.upper = least == 24 ? nil : ExactDecimal(least).scaled(by: 1)
      numeral.isWords = true
      return numeral
    case .some:
      guard case .value(let unit, let last)? = scales(from: end), unit > ExactDecimal(1) else {
        return nil
      }
      numeral = Numeral(value: unit, end: last)
      numeral.isVague = true
      numeral.hasScale = true
      numeral.upper = unit.scaled(by: 1)
    default:
      let value =
        switch word {
        case .half: ExactDecimal.half
        case .quarter: EnglishNumeral.quarter
        default: EnglishNumeral.threeQuarters
        }
      if case .value(let unit, let last)? = scales(from: end), unit > ExactDecimal(1),
        let product = unit.multiplied(by: value)
      {
        numeral = Numeral(value: product, end: last)
        numeral.hasScale = true
      } else {
        // half a century; a quarter alone is a time or a share.
        guard case .half = word,
          text.contains("half a", at: start) || text.contains("half-a", at: start)
        else { return nil }
        numeral = Numeral(value: value, end: end)
      }
    }
    numeral.isWords = true
    return numeral
  }

  private enum Scales { case value(ExactDecimal, end: Int) }

  /// `hundred million` after a space or hyphen.
  private func scales(from start: Int) -> Scales? {
    var (value, end) = (ExactDecimal(1), start)
    while [0x20, 0x2D].contains(text.letter(end)),
      let (word, next) = EnglishNumeral.words.match(text, at: end + 1)
    {
      switch word {
      case .hundred: value = value.scaled(by: 2) ?? value
      case .scale(let power):
        guard let scaled = value.scaled(by: power) else { return .value(value, end: end) }
        value = scaled
      case .dozen: value = value.multiplied(by: ExactDecimal(12)) ?? value
      default: return .value(value, end: end)
      }
      end = next
    }
    return .value(value, end: end)
  }

  /// `one hundred and twenty-five thousand six hundred`.
  mutating func number() -> Numeral? {
    var (total, section, last) = (ExactDecimal(0), ExactDecimal(0), offset)
    var (isEmpty, hasScale, lastScale) = (true, false, 99)
    /// What may follow: 0 nothing smaller than 100, 1 a digit, 2 anything.
    var room = 2
    var cursor = offset
    while let (word, end) = EnglishNumeral.words.match(text, at: cursor) {
      switch word {
      case .article:
        guard isEmpty, text.letter(end) == 0x20,
          case .some(let next) = EnglishNumeral.words.match(text, at: end + 1)
        else { return finished(total, section, last, isEmpty, hasScale) }
        switch next.meaning {
        case .hundred, .scale, .dozen: section = ExactDecimal(1)
        default: return nil
        }
        isEmpty = false
        room = 0
      case .small(let value):
        guard room > 0, room == 2 || 1...9 ~= value else {
          return finished(total, section, last, isEmpty, hasScale)
        }
        section = section.adding(ExactDecimal(value)) ?? section
        (isEmpty, room) = (false, 0)
      case .ten(let value):
        guard room == 2 else { return finished(total, section, last, isEmpty, hasScale) }
        section = section.adding(ExactDecimal(value)) ?? section
        (isEmpty, room) = (false, 1)
      case .hundred:
        guard !isEmpty, section < ExactDecimal(100), section > ExactDecimal(0),
          let scaled = section.scaled(by: 2)
        else { return finished(total, section, last, isEmpty, hasScale) }
        (section, room, hasScale) = (scaled, 2, true)
      case .dozen:
        guard !isEmpty, let dozens = section.multiplied(by: ExactDecimal(12)) else {
          return finished(total, section, last, isEmpty, hasScale)
        }
        section = dozens
        last = end
        return finished(total, section, last, isEmpty, hasScale)
      case .scale(let power):
        guard !isEmpty, power < lastScale, section > ExactDecimal(0),
          let scaled = section.scaled(by: power), let sum = total.adding(scaled)
        else { return finished(total, section, last, isEmpty, hasScale) }
        (total, section, lastScale, room, hasScale) = (sum, ExactDecimal(0), power, 2, true)
      case .half, .quarter, .threeQuarters, .some, .plural:
        return finished(total, section, last, isEmpty, hasScale)
      }
      last = end
      if let fraction = fraction(at: end) {
        // one million and a half
        let unit = section == ExactDecimal(0) && hasScale ? lastScale : 0
        return fraction.finish(total, section, hasScale: hasScale, unit: unit)
      }
      guard [0x20, 0x2D].contains(text.letter(end)) else { break }
      cursor = end + 1
      if text.contains("and ", at: cursor), hasScale, room == 2 { cursor += 4 }
    }
    return finished(total, section, last, isEmpty, hasScale)
  }

  private func finished(
    _ total: ExactDecimal, _ section: ExactDecimal, _ end: Int, _ isEmpty: Bool, _ hasScale: Bool
  ) -> Numeral? {
    guard !isEmpty, let value = total.adding(section) else { return nil }
    var numeral = Numeral(value: value, end: end)
    numeral.isWords = true
    numeral.hasScale = hasScale
    return numeral
  }

  private struct Fraction {
    let value: ExactDecimal
    let end: Int
    let scale: (ExactDecimal, end: Int)

    func finish(
      _ total: ExactDecimal, _ section: ExactDecimal, hasScale: Bool, unit: Int
    ) -> Numeral? {
      guard let value = value.scaled(by: unit), let part = section.adding(value),
        let scaled = part.multiplied(by: scale.0),
        let sum = total.adding(scaled)
      else { return nil }
      var numeral = Numeral(value: sum, end: scale.end)
      numeral.isWords = true
      numeral.isDecimal = true
      numeral.hasScale = hasScale || scale.end > end
      return numeral
    }
  }

  /// ` and a half`, ` point five`, with the scale behind it.
  private func fraction(at end: Int) -> Fraction? {
    for words in [" and a half", "-and-a-half", " and one half", " and one-half"]
    where text.contains(words, at: end) && text.isWordEnd(end + words.utf8.count) {
      return scaled(.half, end + words.utf8.count)
    }
    for words in [" and a quarter"] where text.contains(words, at: end) {
      return scaled(EnglishNumeral.quarter, end + words.utf8.count)
    }
    guard text.contains(" point ", at: end) else { return nil }
    var (value, power, offset) = (ExactDecimal(0), 0, end + 7)
    var close = offset
    while power < 9,
      case .some((.small(let digit), let next)) = EnglishNumeral.words.match(text, at: offset),
      digit < 10
    {
      power += 1
      guard let part = ExactDecimal(digit).scaled(by: -power), let sum = value.adding(part) else {
        return nil
      }
      (value, close) = (sum, next)
      guard text.letter(next) == 0x20 else { break }
      offset = next + 1
    }
    return power > 0 ? scaled(value, close) : nil
  }

  private func scaled(_ value: ExactDecimal, _ end: Int) -> Fraction? {
    guard case .value(let scale, let last)? = scales(from: end) else { return nil }
    return Fraction(value: value, end: end, scale: (scale, last))
  }
}

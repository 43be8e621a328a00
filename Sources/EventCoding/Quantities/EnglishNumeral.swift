import EventModel

/// Numbers in English words: `twenty`, `one and a half`, `quarter million`.
enum EnglishNumeral {
  static func starts(_ text: FoldedText, _ offset: Int) -> Bool {
    words.match(text, at: offset) != nil
  }

  static func read(_ text: FoldedText, at start: Int) -> Numeral? {
    guard let (first, firstEnd) = words.match(text, at: start) else { return nil }
    var numeral = Numeral(value: first, end: firstEnd)
    numeral.isWords = true
    if first >= ExactDecimal(20), let (more, end) = words.match(text, at: firstEnd + 1),
      more < ExactDecimal(10), [0x20, 0x2D].contains(text.letter(firstEnd)), more >= ExactDecimal(1)
    {
      numeral.value = first.adding(more) ?? first
      numeral.end = end
    }
    for words in ["and a half", "-and-a-half"] {
      let offset = text.letter(numeral.end) == 0x20 ? numeral.end + 1 : numeral.end
      if text.contains(words, at: offset) {
        numeral.value = numeral.value.adding(half) ?? numeral.value
        numeral.end = offset + words.count
      }
    }
    if let (power, end) = text.latinScale(at: numeral.end), end - numeral.end > 3 {
      guard let scaled = numeral.scaled(by: power) else { return nil }
      numeral = scaled
      numeral.end = end
    }
    if text.contains(hundred, at: numeral.end), text.isWordEnd(numeral.end + hundred.count) {
      guard let scaled = numeral.scaled(by: 2) else { return nil }
      numeral = scaled
      numeral.end += hundred.count
    }
    return numeral
  }

  private static let half = ExactDecimal("0.5")!
  private static let quarter = ExactDecimal("0.25")!
  private static let hundred = " hundred".folded
  private static let words = WordTable<ExactDecimal>(
    [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
      "twenty",
    ].enumerated().map { ($1, ExactDecimal($0 + 1)) }
      + ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].enumerated().map {
        ($1, ExactDecimal($0 * 10 + 30))
      } + [
        ("half a", half),
        ("quarter", quarter),
        ("a quarter", quarter),
        ("a hundred", ExactDecimal(100)), ("a dozen", ExactDecimal(12)),
      ])
}

import EventModel

/// A number as spelled, without its unit.
struct Numeral {
  var value: ExactDecimal
  /// The other end, when the spelling is vague (八九亿, 十几, 30多亿).
  var upper: ExactDecimal?
  /// Spelled with 多, 几, 数: more or less than said.
  var isVague = false
  /// 多 or 余: at least so much.
  var isMore = false
  /// Has a scale word such as 亿 or million.
  var hasScale = false
  /// Has separators for thousands.
  var isGrouped = false
  var isDecimal = false
  /// Written in Chinese characters or English words.
  var isWords = false
  /// Begins with a scale word, as 百亿 does.
  var impliesOne = false
  /// The number of digits written.
  var digits = 0
  var end: Int

  /// Times a power of ten; nil where that has too many digits.
  func scaled(by power: Int) -> Numeral? {
    var copy = self
    guard let value = value.scaled(by: power) else { return nil }
    copy.value = value
    if let upper {
      guard let upper = upper.scaled(by: power) else { return nil }
      copy.upper = upper
    }
    copy.hasScale = copy.hasScale || power > 0
    return copy
  }
}

extension ExactDecimal {
  static let half = ExactDecimal("0.5")!
}

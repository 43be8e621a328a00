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

  func scaled(by power: Int) -> Numeral {
    var copy = self
    copy.value = value.scaled(by: power)
    copy.upper = upper?.scaled(by: power)
    copy.hasScale = copy.hasScale || power > 0
    return copy
  }
}

extension ExactDecimal {
  /// Times a power of ten.
  func scaled(by power: Int) -> ExactDecimal {
    if power <= scale { return ExactDecimal(significand: significand, scale: scale - power) }
    var digits = significand
    for _ in 0..<min(power - scale, 30) {
      digits = digits.multipliedReportingOverflow(by: 10).partialValue
    }
    return ExactDecimal(significand: digits, scale: 0)
  }

  static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    let scale = max(left.scale, right.scale)
    let (a, b) = (left.scaled(by: scale).significand, right.scaled(by: scale).significand)
    return ExactDecimal(significand: a + b, scale: scale)
  }
}

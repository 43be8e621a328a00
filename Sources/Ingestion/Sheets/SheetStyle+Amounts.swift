import EventCoding
import EventModel
import JSONText

extension SheetStyle {
  /// Reads `540000000`, `540e6 USD`, `1.700,50 €`, `$1.7bn`, `1,7 Mio. EUR`, `about 36m`.
  ///
  /// - Parameter unit: of plain numbers: a currency where it has three capital letters.
  func amount(
    _ text: String, of metric: String, unit: String?, period: PartialDate?
  ) throws(FieldError) -> Amount {
    func unreadable(_ why: String) -> FieldError {
      FieldError(key: metric, problem: "“\(text)” \(why)")
    }
    guard let (value, rest) = number(in: text) else {
      if let amount = Quantity.alone(in: text)?.amount(of: metric, period: period) {
        return amount
      }
      throw unreadable("is no amount: write 1700000 EUR or €1.7m")
    }
    var amount: Amount?
    if rest == "1" {
      guard let unit else {
        throw unreadable("has no unit: map currency=COLUMN or unit=COLUMN, or --set currency=EUR")
      }
      amount = try Amount(
        json: .object([
          "metric": .string(metric), "value": .string(value.description),
          Amount.isCurrency(unit) ? "currency" : "unit": .string(unit),
        ]))
    } else if let one = Quantity.alone(in: rest)?.amount(of: metric, period: nil) {
      amount = one
      guard let product = one.value.multiplied(by: value) else { throw unreadable("is too large") }
      amount?.value = product
      if one.unit.isEmpty, let unit {
        amount?.unit = unit
        amount?.kind = Amount.isCurrency(unit) ? .money : one.kind
      }
    }
    guard var amount, amount.kind != .money || !amount.unit.isEmpty else {
      throw unreadable("is no amount: write 1700000 EUR or €1.7m")
    }
    amount.period = period
    return amount
  }

  /// The number of a text and the text with 1 in its place; nil where it has none or several.
  private func number(in text: String) -> (value: ExactDecimal, rest: String)? {
    let words = text.split(separator: " ", maxSplits: 1)
    if let word = words.first, word.contains(where: { $0 == "e" || $0 == "E" }),
      let value = ExactDecimal(word)
    {
      return (value, words.count == 1 ? "1" : "1 \(words[1])")
    }
    guard let start = text.firstIndex(where: \.isASCIIDigit) else { return nil }
    let run = text[start...].prefix { $0.isASCIIDigit || ".,' \u{A0}\u{202F}".contains($0) }
    let core = String(run).trimmed
    let end = text.index(start, offsetBy: core.count)
    guard !text[end...].contains(where: \.isASCIIDigit),
      let value = SheetStyle.decimal(core, hasDecimalComma: hasDecimalComma)
    else { return nil }
    var before = String(text[..<start]).trimmed
    var sign = value
    if before.hasSuffix("-") || before.hasSuffix("−") {
      before.removeLast()
      sign = ExactDecimal(-1).multiplied(by: value) ?? value
    }
    let after = String(text[end...]).trimmed.split(separator: " ").map {
      SheetStyle.scales[$0.lowercased()] ?? String($0)
    }.joined(separator: " ")
    let isJoined = end < text.endIndex && !text[end].isWhitespace
    let rest = before + "1" + (after.isEmpty ? "" : isJoined ? after : " \(after)")
    return (sign, rest)
  }

  private static let scales = [
    "tsd": "thousand", "tsd.": "thousand", "mio": "million", "mio.": "million", "mrd": "billion",
    "mrd.": "billion", "bio.": "trillion",
  ]

  /// Of a number with marks between its thousands and before its fraction; one mark before three
  /// digits is told by the style.
  static func decimal(_ text: String, hasDecimalComma: Bool) -> ExactDecimal? {
    let plain = text.filter { !" '\u{A0}\u{202F}".contains($0) }
    let marks = plain.filter { !$0.isASCIIDigit }
    guard let last = marks.last, let place = plain.lastIndex(of: last) else {
      return ExactDecimal(plain)
    }
    let isFraction =
      if Set(marks).count == 2 {
        marks.count { $0 == last } == 1
      } else if marks.count > 1 {
        false
      } else {
        plain[place...].count != 4 || plain.hasPrefix("0") || (last == ",") == hasDecimalComma
      }
    let whole = (isFraction ? plain[..<place] : plain[...])
    let groups = whole.split(omittingEmptySubsequences: false) { !$0.isASCIIDigit }
    guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    let fraction = isFraction ? plain[place...].dropFirst() : ""
    return ExactDecimal(groups.joined() + (fraction.isEmpty ? "" : ".\(fraction)"))
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

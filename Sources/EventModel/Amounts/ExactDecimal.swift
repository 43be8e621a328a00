/// A decimal number without rounding, as money needs it: `significand` × 10^−`scale`.
///
/// Kept in lowest terms, so that equal numbers are equal values and have one text. It has at most 36
/// digits, 18 of them after the point; what makes or reads a number is nil where it does not fit.
package struct ExactDecimal: Hashable, Sendable {
  package let significand: Int128
  /// Digits after the decimal point, 0...18.
  package let scale: Int

  package init(_ value: Int) { (significand, scale) = (Int128(value), 0) }

  package init?(significand: Int128, scale: Int) {
    var (digits, places) = (significand, scale)
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    guard digits.magnitude < ExactDecimal.bound, 0...18 ~= places else { return nil }
    self.significand = digits
    self.scale = places
  }

  /// 10^36.
  private static let bound: UInt128 = 1_000_000_000_000_000_000_000_000_000_000_000_000

  /// Reads `540000000`, `-12.50`, `3.1e9`; nil for anything else, and for numbers of more than 36
  /// digits.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    guard let exponent = parts.count == 2 ? Int(parts[1]) : 0, -36...36 ~= exponent,
      let mantissa = parts.first
    else { return nil }
    var digits: Int128 = 0
    var (places, count, seenPoint) = (0, 0, false)
    for byte in (mantissa.hasPrefix("-") ? mantissa.dropFirst() : mantissa).utf8 {
      switch byte {
      case UInt8(ascii: "."):
        if seenPoint || count == 0 { return nil }
        seenPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
        count += 1
        if seenPoint { places += 1 }
        if count > 36 { return nil }
      default: return nil
      }
    }
    guard count > 0 else { return nil }
    places -= exponent
    while places < 0 {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      digits = product
      places += 1
    }
    self.init(significand: mantissa.hasPrefix("-") ? -digits : digits, scale: places)
  }

  /// The nearest double; for arithmetic that is approximate anyway.
  package var double: Double { Double(description)! }
}

extension ExactDecimal {
  package func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    return overflow ? nil : ExactDecimal(significand: product, scale: scale + other.scale)
  }

  /// Times a power of ten, also a negative one.
  package func scaled(by power: Int) -> ExactDecimal? {
    if power <= scale { return ExactDecimal(significand: significand, scale: scale - power) }
    guard let digits = shifted(by: power - scale) else { return nil }
    return ExactDecimal(significand: digits, scale: 0)
  }

  package func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let scale = max(scale, other.scale)
    guard let left = shifted(by: scale - self.scale),
      let right = other.shifted(by: scale - other.scale)
    else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(significand: sum, scale: scale)
  }

  /// The significand with so many zeros more.
  private func shifted(by places: Int) -> Int128? {
    var digits = significand
    guard digits != 0 else { return 0 }
    for _ in 0..<places {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      digits = product
    }
    return digits
  }
}

extension ExactDecimal: Comparable {
  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.scale == right.scale { return left.significand < right.significand }
    return left.double < right.double
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain digits, such as `-12.5`.
  package var description: String {
    guard scale > 0 else { return String(significand) }
    let digits = String(significand.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    return (significand < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}

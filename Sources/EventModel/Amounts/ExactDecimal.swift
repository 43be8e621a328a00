/// A decimal number without rounding, as money needs it: `significand` × 10^−`scale`.
///
/// Kept in lowest terms, so that equal numbers are equal values and have one text.
public struct ExactDecimal: Hashable, Sendable {
  public let significand: Int128
  /// Digits after the decimal point, 0...18.
  public let scale: Int

  public init(_ value: Int) { self.init(significand: Int128(value), scale: 0) }

  public init(significand: Int128, scale: Int) {
    var (digits, places) = (significand, scale)
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    self.significand = digits
    self.scale = places
  }

  /// Reads `540000000`, `-12.50`, `3.1e9`; nil for anything else, and for numbers of more than 36
  /// digits.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    guard let exponent = parts.count == 2 ? Int(parts[1]) : 0, abs(exponent) <= 36,
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
    if scale > 18 { return nil }
  }

  /// The nearest double; for arithmetic that is approximate anyway.
  public var double: Double { Double(description)! }
}

extension ExactDecimal: Comparable {
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.scale == right.scale { return left.significand < right.significand }
    return left.double < right.double
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain digits, such as `-12.5`.
  public var description: String {
    guard scale > 0 else { return String(significand) }
    let digits = String(significand.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    return (significand < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}

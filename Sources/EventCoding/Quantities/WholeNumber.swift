import EventModel

/// A whole number from a text; nothing once it has grown too large to be kept.
struct WholeNumber {
  private let value: Int128?

  init(_ value: Int) { self.value = Int128(value) }

  private init(_ result: (partialValue: Int128, overflow: Bool)) {
    value = result.overflow ? nil : result.partialValue
  }

  private init(none: Void) { value = nil }

  static func * (left: WholeNumber, right: Int) -> WholeNumber { left * WholeNumber(right) }

  static func * (left: WholeNumber, right: WholeNumber) -> WholeNumber {
    guard let a = left.value, let b = right.value else { return WholeNumber(none: ()) }
    return WholeNumber(a.multipliedReportingOverflow(by: b))
  }

  static func + (left: WholeNumber, right: WholeNumber) -> WholeNumber {
    guard let a = left.value, let b = right.value else { return WholeNumber(none: ()) }
    return WholeNumber(a.addingReportingOverflow(b))
  }

  static func ten(to power: Int) -> WholeNumber {
    (0..<min(power, 40)).reduce(WholeNumber(1)) { value, _ in value * 10 }
  }

  var isZero: Bool { value == 0 }

  var isPowerOfTen: Bool {
    guard var rest = value, rest > 0 else { return false }
    while rest % 10 == 0 { rest /= 10 }
    return rest == 1
  }

  /// The last digit.
  var ones: Int? { value.map { Int($0 % 10) } }

  /// The number with a decimal point before its last digits; nil where it is too large.
  func decimal(places: Int = 0) -> ExactDecimal? {
    value.flatMap { ExactDecimal(significand: $0, scale: places) }
  }
}

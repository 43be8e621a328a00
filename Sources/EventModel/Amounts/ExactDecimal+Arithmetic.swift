extension ExactDecimal {
  /// The exact product; nil when it has too many digits.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    guard !overflow else { return nil }
    let result = ExactDecimal(significand: product, scale: scale + other.scale)
    return result.scale <= 18 ? result : nil
  }
}

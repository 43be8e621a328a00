/// What sort of quantity an amount is.
package enum AmountKind: String, Sendable, CaseIterable {
  case money, percent, count, duration, measure
  /// A part or a multiple of something: 1.8 times, a third. Records of before spell it `multiple`.
  case ratio
}

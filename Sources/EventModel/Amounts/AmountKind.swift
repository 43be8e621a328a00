/// What sort of quantity an amount is.
package enum AmountKind: String, Sendable, CaseIterable {
  case money, percent, count, duration, measure, multiple
}

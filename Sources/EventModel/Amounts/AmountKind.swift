/// What sort of quantity an amount is.
public enum AmountKind: String, Sendable, CaseIterable {
  case money, percent, count, duration, measure, multiple
}

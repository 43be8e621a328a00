import EventModel

extension Amount {
  /// Whether both may say the same of one thing: one is the other rounded, or one is approximate and they
  /// are no more than a tenth apart.
  func agrees(with other: Amount) -> Bool {
    guard unit == other.unit, direction == other.direction else { return false }
    let (one, two) = (value.double, other.value.double)
    let rounding = max(value.step, other.value.step) / 2
    let isLoose = [self, other].contains { $0.approximate || $0.bound != nil || $0.range != nil }
    return abs(one - two) <= (isLoose ? max(rounding, abs(one) / 10) : rounding)
  }
}

extension ExactDecimal {
  /// What one of its last digit that is not zero counts: 100,000 of 3,800,000, and 0.1 of 2.5.
  fileprivate var step: Double {
    var (digits, step) = (significand, 1.0)
    for _ in 0..<scale { step /= 10 }
    while digits != 0, digits % 10 == 0 { (digits, step) = (digits / 10, step * 10) }
    return digits == 0 ? 0 : step
  }
}

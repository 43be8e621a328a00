/// A quantity that a source states: money, a count, a share, a duration, a measure.
package struct Amount: Hashable, Sendable {
  package var kind: AmountKind
  /// The standard name of what is measured, such as `net_loss` or `gpu_count`; nil when unknown.
  package var metric: String?
  /// In base units: whole currency units, bytes, percent points (98 for 98 %).
  package var value: ExactDecimal
  /// ISO 4217 for money, else the unit's name in the singular (`gpu`, `percent`, `day`).
  package var unit: String
  package var approximate: Bool
  package var bound: Bound?
  /// Both ends, when a range is stated; `value` is then the lower one.
  package var range: ClosedRange<ExactDecimal>?
  /// The time that the amount is about, such as the year 2022.
  package var period: PartialDate?
  /// `up` or `down`, when the text says that the amount is a change.
  package var direction: String?
  /// Offsets into the coded text, in Unicode scalars.
  package var span: Range<Int>?

  /// Whether a unit is written as ISO 4217 writes currencies.
  package static func isCurrency(_ unit: String) -> Bool {
    unit.count == 3 && unit.allSatisfy { $0.isASCII && $0.isUppercase }
  }

  package init(
    kind: AmountKind, metric: String? = nil, value: ExactDecimal, unit: String,
    approximate: Bool = false, bound: Bound? = nil, range: ClosedRange<ExactDecimal>? = nil,
    period: PartialDate? = nil, direction: String? = nil, span: Range<Int>? = nil
  ) {
    self.kind = kind
    self.metric = metric
    self.value = value
    self.unit = unit
    self.approximate = approximate
    self.bound = bound
    self.range = range
    self.period = period
    self.direction = direction
    self.span = span
  }

  package var currency: String? { kind == .money ? unit : nil }
}

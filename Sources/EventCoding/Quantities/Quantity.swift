public import EventModel

/// A quantity or date as a text states it, whether it belongs to an event or not.
public struct Quantity: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case money, percent, count, duration, measure, multiple, date
  }

  public var kind: Kind
  /// In base units, for all kinds but dates.
  public var value: ExactDecimal?
  /// For dates.
  public var date: StatedDate?
  /// ISO 4217 for money, `%` or `pp` for percent, else a singular name (`gpu`, `day`, `W`); nil for
  /// bare numbers.
  public var unit: String?
  public var approximate: Bool
  public var bound: Bound?
  /// Both ends, where a range is stated or implied (30多亿 is 3–4 billion).
  public var range: ClosedRange<ExactDecimal>?
  /// `up` or `down`, when the text says that it is a change.
  public var direction: String?
  /// Offsets into the coded text, in Unicode scalars.
  public var span: Range<Int>

  public init(
    kind: Kind, value: ExactDecimal? = nil, date: StatedDate? = nil, unit: String? = nil,
    approximate: Bool = false, bound: Bound? = nil, range: ClosedRange<ExactDecimal>? = nil,
    direction: String? = nil, span: Range<Int>
  ) {
    self.kind = kind
    self.value = value
    self.date = date
    self.unit = unit
    self.approximate = approximate
    self.bound = bound
    self.range = range
    self.direction = direction
    self.span = span
  }
}

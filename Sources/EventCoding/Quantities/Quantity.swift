package import EventModel

/// A quantity or date as a text states it, whether it belongs to an event or not.
package struct Quantity: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case money, percent, count, duration, measure, ratio, date
  }

  package var kind: Kind
  /// In base units, for all kinds but dates.
  package var value: ExactDecimal?
  /// For dates.
  package var date: StatedDate?
  /// ISO 4217 for money, `%` or `pp` for percent, else a singular name (`gpu`, `day`, `W`); nil for
  /// bare numbers.
  package var unit: String?
  package var approximate: Bool
  package var bound: Bound?
  /// Both ends, where a range is stated or implied (30多亿 is 3–4 billion).
  package var range: ClosedRange<ExactDecimal>?
  /// `up` or `down`, when the text says that it is a change.
  package var direction: String?
  /// Offsets into the coded text, in Unicode scalars.
  package var span: Range<Int>

  /// Told by its order of magnitude alone: millions, 数千.
  var isVague: Bool { range.map { $0.lowerBound.scaled(by: 1) == $0.upperBound } ?? false }

  package init(
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

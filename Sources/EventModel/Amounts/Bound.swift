/// What an amount that is not stated as equal says of the true one.
package enum Bound: String, Sendable, CaseIterable {
  /// More than the value (超, over, more than).
  case over
  /// Less than the value (不到, under, less than).
  case under
  /// The value or more (至少, 以上, at least, +).
  case atLeast = "at_least"
  /// The value or less (至多, 以内, up to).
  case atMost = "at_most"
  /// A little less than the value (近, nearly, almost).
  case nearly
}

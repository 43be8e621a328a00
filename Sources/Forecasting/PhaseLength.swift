/// The length of one phase, in the caller's unit, as a source states it.
package struct PhaseLength: Sendable, Equatable {
  /// Positive and finite.
  package let value: Double
  /// The step to which the source rounded (40 years "to the ten": 10), nil when it is exact. The
  /// true length then lies within half a step of `value`.
  package let roundedTo: Double?

  package init(_ value: Double, roundedTo: Double? = nil) {
    self.value = value
    self.roundedTo = roundedTo
  }

  /// The lengths that round to the stated one.
  package var box: ClosedRange<Double> {
    let half = (roundedTo ?? 0) / 2
    return (value - half)...(value + half)
  }
}

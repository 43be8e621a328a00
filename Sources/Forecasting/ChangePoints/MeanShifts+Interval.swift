extension MeanShifts {
  /// The confidence interval of a single break, as the last index (counted from 1) before it, when
  /// both segments have noise of their own (Bai 1997, Review of Economics and Statistics 79).
  /// - Parameter last: the break's last index, 2 ≤ last ≤ n − 2.
  /// - Throws: `.tooFew` for shorter segments, `.zeroResidual` when one has no noise or no shift.
  public static func interval(
    _ y: [Double], breakAfter last: Int, level: Double = 0.95
  ) throws(Refusal) -> ClosedRange<Int> {
    guard last >= 2, y.count - last >= 2 else { throw .tooFew(count: last, needed: 2) }
    let before = moments(y[..<last])
    let after = moments(y[last...])
    let shift = after.mean - before.mean
    guard before.variance > 0, after.variance > 0, shift != 0 else { throw .zeroResidual }
    let scale = before.variance / (shift * shift)
    let law = BreakLaw(ratio: after.variance / before.variance)
    let tail = (1 - level) / 2
    let below = last - Int((law.quantile(1 - tail) * scale).rounded(.up))
    let above = last - Int((law.quantile(tail) * scale).rounded(.down))
    return max(below, 1)...min(above, y.count - 1)
  }

  private static func moments(_ y: ArraySlice<Double>) -> (mean: Double, variance: Double) {
    let n = Double(y.count)
    let mean = y.reduce(0, +) / n
    return (mean, y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n)
  }
}

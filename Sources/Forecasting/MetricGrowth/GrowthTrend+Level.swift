extension GrowthTrend {
  /// The days on which a level is reached.
  public struct Crossing: Sendable, Equatable {
    /// Where the line reaches the level.
    public let day: Double
    /// Confidence interval of that day.
    public let trend: ClosedRange<Double>
    /// Days between which a single observation at the level is to be expected.
    public let observation: ClosedRange<Double>
  }

  /// When the trend reaches `level` (a value of the metric), by Fieller's theorem (1954): the
  /// days x with (a + bx − ln level)² ≤ t²·V(x), V the variance of the line and, for a single
  /// observation, of its noise too.
  /// - Throws: `.slopeUncertain` when the slope is not told from zero, so that the days have no end.
  public func reaches(_ level: Double, confidence: Double = 0.95) throws(Refusal) -> Crossing {
    let gap = log(level) - line.meanY
    return Crossing(
      day: line.meanX + gap / slope,
      trend: try fieller(gap, confidence, noise: 1 / Double(count)),
      observation: try fieller(gap, confidence, noise: 1 + 1 / Double(count)))
  }

  /// The roots of (bz − gap)² = t²s²(noise + z²/Sxx), z = x − x̄.
  private func fieller(
    _ gap: Double, _ confidence: Double, noise: Double
  ) throws(Refusal) -> ClosedRange<Double> {
    let g = t(confidence) * t(confidence) * line.residualVariance
    let a = slope * slope - g / line.sxx
    let c = gap * gap - g * noise
    let discriminant = slope * slope * gap * gap - a * c
    guard a > 0, discriminant >= 0 else { throw .slopeUncertain }
    let root = discriminant.squareRoot()
    let center = slope * gap
    return (line.meanX + (center - root) / a)...(line.meanX + (center + root) / a)
  }
}

import CBoostMath

/// Exponential growth of a metric: least squares of ln value on the day.
package struct GrowthTrend: Sendable, Equatable {
  /// How the confidence intervals here are made, to be named beside them.
  package static let intervalKind = "ordinary least squares, Student's t"
  package static let daysPerYear = 365.25

  package let observations: [Observation]
  let line: LeastSquares

  /// - Parameter observations: in the order of their days.
  /// - Throws: `.tooFewObservations` below three or two distinct days, `.notPositive`.
  package init(_ observations: [Observation]) throws(FigureRefusal) {
    for (i, observation) in observations.enumerated() {
      guard observation.value > 0, observation.value.isFinite, observation.day.isFinite else {
        throw .notPositive(position: i + 1, value: observation.value)
      }
    }
    let line = LeastSquares(x: observations.map(\.day), y: observations.map { log($0.value) })
    guard observations.count >= 3, let line else {
      throw .tooFewObservations(count: observations.count)
    }
    self.observations = observations
    self.line = line
  }

  package var count: Int { line.count }
  /// Growth of ln value per day.
  package var slope: Double { line.slope }
  /// The factor by which the value grows in a year.
  package var growthPerYear: Double { boundedExp(slope * Self.daysPerYear) }
  /// Days in which the value doubles, ln 2/slope; negative when it halves, nil when it stays.
  package var doublingDays: Double? {
    let days = log(2) / slope
    return days.isFinite ? days : nil
  }
  package var r2: Double { line.r2 }
  /// Of ln value.
  package var residualSD: Double { line.residualVariance.squareRoot() }

  /// The confidence interval of the slope, per day.
  package func slopeInterval(level: Double = 0.95) -> ClosedRange<Double> {
    let half = t(level) * (line.residualVariance / line.sxx).squareRoot()
    return (slope - half)...(slope + half)
  }

  package func growthInterval(level: Double = 0.95) -> ClosedRange<Double> {
    let slope = slopeInterval(level: level)
    let year = Self.daysPerYear
    return boundedExp(slope.lowerBound * year)...boundedExp(slope.upperBound * year)
  }

  /// The confidence interval of the doubling time, ln 2 over that of the slope; nil when that
  /// contains zero, because then the data do not tell growth from decline.
  package func doublingInterval(level: Double = 0.95) -> ClosedRange<Double>? {
    let slope = slopeInterval(level: level)
    guard slope.lowerBound * slope.upperBound > 0 else { return nil }
    return (log(2) / slope.upperBound)...(log(2) / slope.lowerBound)
  }

  /// The last day, and the mean of ln value on it.
  var anchor: (day: Double, ln: Double) {
    let day = observations.last?.day ?? 0
    let last = observations.reversed().prefix { $0.day == day }.map { log($0.value) }
    return (day, last.reduce(0, +) / Double(last.count))
  }

  /// Whether the slope is told from zero, at 95 %.
  package func isTold() -> Bool { doublingInterval() != nil }

  /// The law of the value on a later day: the trend's slope carried on from the last observation,
  /// ln value ~ t_{n−2}(yₙ + b·h, s²(1 + h²/Sxx)). Anchoring there forecasts better than the line
  /// itself, since metrics stray from their lines for long; s, taken about the line, is then rather
  /// too wide than too narrow.
  /// - Throws: `.zeroResidual` when the observations lie on the line.
  package func forecast(at day: Double) throws(FigureRefusal) -> DurationLaw {
    guard line.residualVariance > 0 else { throw .zeroResidual }
    let ahead = day - anchor.day
    let variance = line.residualVariance * (1 + ahead * ahead / line.sxx)
    return DurationLaw(
      StudentT(
        mu: anchor.ln + slope * ahead, scale: variance.squareRoot(), df: Double(count - 2)))
  }

  func t(_ level: Double) -> Double { annals_t_quantile(Double(count - 2), (1 + level) / 2) }
}

extension GrowthTrend {
  /// The days on which a level is reached.
  package struct Crossing: Sendable, Equatable {
    /// Where the line reaches the level.
    package let day: Double
    /// Confidence interval of that day.
    package let trend: ClosedRange<Double>
    /// Days between which a single observation at the level is to be expected.
    package let observation: ClosedRange<Double>
  }

  /// When the trend reaches `level` (a value of the metric), by Fieller's theorem (1954): the
  /// days x with (a + bx − ln level)² ≤ t²·V(x), V the variance of the line and, for a single
  /// observation, of its noise too.
  /// - Throws: `.slopeUncertain` when the slope is not told from zero, so that the days have no end.
  package func reaches(_ level: Double, confidence: Double = 0.95) throws(FigureRefusal) -> Crossing
  {
    let gap = log(level) - line.meanY
    return Crossing(
      day: line.meanX + gap / slope,
      trend: try fieller(gap, confidence, noise: 1 / Double(count)),
      observation: try fieller(gap, confidence, noise: 1 + 1 / Double(count)))
  }

  /// The roots of (bz − gap)² = t²s²(noise + z²/Sxx), z = x − x̄.
  private func fieller(
    _ gap: Double, _ confidence: Double, noise: Double
  ) throws(FigureRefusal) -> ClosedRange<Double> {
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

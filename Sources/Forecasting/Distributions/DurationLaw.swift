/// The law of a duration: a mixture of Student t's on ln duration, given that the duration
/// already exceeds `elapsed` (0: nothing is known yet).
///
/// The parameters are all a ledger has to keep: any later question ("before D?", CRPS, PIT)
/// has an exact answer. Durations are positive, in the unit of the data; quantiles beyond what
/// a `Double` holds are clamped to its largest or smallest positive value.
package struct DurationLaw: Sendable, Equatable {
  package struct Component: Sendable, Equatable {
    package let weight: Double
    package let t: StudentT

    package init(weight: Double, t: StudentT) {
      self.weight = weight
      self.t = t
    }
  }

  /// Weights sum to one.
  package let components: [Component]
  package let elapsed: Double

  package init(components: [Component], elapsed: Double = 0) {
    self.components = components
    self.elapsed = elapsed
  }

  package init(_ t: StudentT) {
    self.init(components: [Component(weight: 1, t: t)])
  }

  /// The same law given that the duration exceeds `elapsed`:
  /// F(t | X > c) = (F(t) − F(c)) / (1 − F(c)).
  package func given(elapsed: Double) -> DurationLaw {
    DurationLaw(components: components, elapsed: elapsed)
  }

  /// P(duration ≤ `duration`).
  package func cdf(_ duration: Double) -> Double {
    if duration <= elapsed { return 0 }
    if elapsed == 0 { return lower(log(duration)) }
    return min(max(1 - upper(log(duration)) / upper(log(elapsed)), 0), 1)
  }

  /// P(duration > `duration`).
  package func survival(_ duration: Double) -> Double {
    if duration <= elapsed { return 1 }
    if elapsed == 0 { return upper(log(duration)) }
    return min(upper(log(duration)) / upper(log(elapsed)), 1)
  }

  /// The duration with probability `p` below it, 0 < p < 1.
  package func quantile(_ p: Double) -> Double { boundedExp(logQuantile(p)) }

  package var median: Double { quantile(0.5) }

  package var intervals: Intervals { Intervals(quantile: quantile) }

  /// The quantile of ln duration.
  func logQuantile(_ p: Double) -> Double {
    if elapsed == 0 { return unconditional(lower: p, upper: 1 - p) }
    let tail = upper(log(elapsed))
    let ln = unconditional(lower: 1 - tail + p * tail, upper: (1 - p) * tail)
    return max(ln, log(elapsed))
  }

  func lower(_ ln: Double) -> Double {
    components.reduce(0) { $0 + $1.weight * $1.t.cdf(ln) }
  }

  func upper(_ ln: Double) -> Double {
    components.reduce(0) { $0 + $1.weight * $1.t.survival(ln) }
  }

  func density(_ ln: Double) -> Double {
    components.reduce(0) { $0 + $1.weight * $1.t.density(ln) }
  }

  /// The point of ln duration with `lower` below and `upper` = 1 − `lower` above it; the smaller
  /// of the two decides, so that far tails keep their digits. A mixture's quantile lies between
  /// those of its components and is found by Newton steps that fall back on bisection.
  private func unconditional(lower p: Double, upper q: Double) -> Double {
    let fromAbove = q < p
    let ends = components.filter { $0.weight > 0 }
      .map { fromAbove ? $0.t.upperQuantile(q) : $0.t.quantile(p) }
    guard var low = ends.min(), var high = ends.max() else { return .nan }
    var x = low + (high - low) / 2
    for _ in 0..<200 where low < x && x < high {
      let excess = fromAbove ? q - upper(x) : lower(x) - p
      if excess < 0 { low = x } else { high = x }
      let newton = x - excess / density(x)
      if newton == x { break }
      x = low < newton && newton < high ? newton : low + (high - low) / 2
    }
    return x
  }
}

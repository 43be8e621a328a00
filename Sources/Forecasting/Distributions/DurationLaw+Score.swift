extension DurationLaw {
  /// The probability integral transform of an outcome, P(duration ≤ outcome): uniform when the
  /// forecasts are calibrated.
  package func pit(_ outcome: Double) -> Double { cdf(outcome) }

  /// −ln of the density of ln duration at the outcome.
  package func logScore(_ outcome: Double) -> Double {
    (elapsed > 0 ? log(upper(log(elapsed))) : 0) - log(density(log(outcome)))
  }

  /// The continuous ranked probability score of ln duration (lower is better; Gneiting and
  /// Raftery 2007), Σ wᵢE|Xᵢ − y| − ½ΣΣ wᵢwⱼE|Xᵢ − Xⱼ|. Closed form but for the cross terms of a
  /// mixture, which have none. A law whose mean is infinite (df ≤ 1) has no
  /// finite CRPS; its score is twice the mean quantile loss at 999 levels instead.
  package func crps(_ outcome: Double) -> Double {
    let y = log(outcome)
    if components.contains(where: { $0.t.df <= 1 && $0.weight > 0 }) { return quantileLoss(y) }
    if elapsed > 0 { return conditionalCRPS(y) }
    var score = 0.0
    for (i, one) in components.enumerated() where one.weight > 0 {
      score += one.weight * one.t.meanDistance(to: y)
      score -= one.weight * one.weight * one.t.meanDifference / 2
      for other in components[..<i] where other.weight > 0 {
        score -= one.weight * other.weight * Self.meanDifference(one.t, other.t)
      }
    }
    return score
  }

  /// E|X − X′| of two different components: the narrower one's expectation of the wider one's
  /// E|X′ − x|, which is smooth on its scale.
  private static func meanDifference(_ one: StudentT, _ other: StudentT) -> Double {
    let (narrow, wide) = one.scale <= other.scale ? (one, other) : (other, one)
    return Quadrature.line { z in
      let x = narrow.mu + narrow.scale * z
      return narrow.density(x) * narrow.scale * wide.meanDistance(to: x)
    }
  }

  /// 2·mean over p = 0.001 … 0.999 of (1{y < q} − p)(q − y), q the p-quantile.
  private func quantileLoss(_ y: Double) -> Double {
    let loss = (1...999).reduce(0.0) { sum, i in
      let p = Double(i) / 1000
      let q = logQuantile(p)
      return sum + ((y < q ? 1 : 0) - p) * (q - y)
    }
    return 2 * loss / 999
  }

  /// ∫ F² below and ∫ (1 − F)² above the outcome, of the law given the elapsed time.
  private func conditionalCRPS(_ y: Double) -> Double {
    let start = log(elapsed)
    let tail = upper(start)
    let scale = components.map(\.t.scale).max()!
    let from = max(y, start)
    var score =
      scale
      * Quadrature.halfLine { z in
        let survival = min(upper(from + scale * z) / tail, 1)
        return survival * survival
      }
    if y > start {
      score += Quadrature.interval(start, y) { x in
        let below = 1 - min(upper(x) / tail, 1)
        return below * below
      }
    } else {
      score += start - y
    }
    return score
  }
}

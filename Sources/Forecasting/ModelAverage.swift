/// The average that a forecast stands for: ten models of ln duration from even odds, by their marginal
/// likelihood. Two have priors fitted on the reference class, a trend for ever and a level for ever;
/// eight are drifting levels, at four discounts and with two kinds of noise. Without a prior of the
/// class the eight are averaged alone.
package struct ModelAverage: Sendable, Equatable {
  /// Posterior probabilities of the three families; they add up to one.
  package struct Weights: Sendable, Equatable {
    package let trend: Double
    package let noTrend: Double
    package let driftingLevel: Double
  }

  package let weights: Weights
  /// The law of the phase's whole duration, before "not yet" is taken into account.
  package let law: DurationLaw

  /// λ of the drifting levels.
  static let discounts = [0.3, 0.5, 0.7, 0.9]

  /// Noise by kind, of which no sequence says which it has: eras, paradigms and model families, whose
  /// lengths differ from their level by a factor of 1.5, and release trains, by 1.15.
  static let noises = [
    NormalInverseGammaPrior(df: 2, variance: 0.15), NormalInverseGammaPrior(df: 2, variance: 0.02),
  ]

  /// - Parameter logs: ln durations of the completed phases, oldest first, at least one.
  package init(logs: [Double], referenceClass: ReferenceClassForecast?, ahead: Int = 1) {
    let models = Self.models(logs: logs, referenceClass: referenceClass)
    let evidence = models.map(\.logMarginal)
    let laws = models.map { $0.predictive(ahead: ahead) }
    let most = evidence.max()!
    let odds = evidence.map { exp($0 - most) }
    let total = odds.reduce(0, +)
    law = DurationLaw(
      components: zip(odds, laws).map { DurationLaw.Component(weight: $0 / total, t: $1) })
    let parts = law.components.map(\.weight)
    weights =
      referenceClass == nil
      ? Weights(trend: 0, noTrend: 0, driftingLevel: 1)
      : Weights(
        trend: parts[0], noTrend: parts[1], driftingLevel: parts.dropFirst(2).reduce(0, +))
  }

  /// The models of the average in the order of its law's components.
  static func models(
    logs: [Double], referenceClass: ReferenceClassForecast?
  ) -> [ForecastModel] {
    let classModels = referenceClass.map { [$0.prior.trend, $0.prior.flat] } ?? []
    return classModels.map { .ofClass($0, logs: logs) }
      + noises.flatMap { noise in
        discounts.map { .level(DiscountedLevel(logs: logs, discount: $0, prior: noise)) }
      }
  }
}

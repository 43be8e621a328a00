/// The Bayesian forecast: the trend model and the no-trend model, each with its fitted prior,
/// averaged by marginal likelihood (BMA) from even odds.
package struct ReferenceClassForecast: Sendable, Equatable {
  package let prior: ReferenceClassPrior
  package let trend: NormalInverseGammaPosterior
  package let flat: NormalInverseGammaPosterior
  /// The posterior probability of the trend model, 1/(1 + exp(ln ML_flat − ln ML_trend)).
  package let weightTrend: Double
  /// The law of the phase's whole duration, before "not yet" is taken into account.
  package let law: DurationLaw

  /// - Parameter logs: ln durations of the completed phases, oldest first, at least one.
  package init(logs: [Double], prior: ReferenceClassPrior, ahead: Int = 1) {
    self.prior = prior
    let moments = LogMoments(logs: logs)
    trend = NormalInverseGammaPosterior(prior.trend, moments)
    flat = NormalInverseGammaPosterior(prior.flat, moments)
    weightTrend = 1 / (1 + exp(flat.logMarginal - trend.logMarginal))
    law = DurationLaw(components: [
      DurationLaw.Component(weight: weightTrend, t: trend.predictive(ahead: ahead)),
      DurationLaw.Component(weight: 1 - weightTrend, t: flat.predictive(ahead: ahead)),
    ])
  }
}

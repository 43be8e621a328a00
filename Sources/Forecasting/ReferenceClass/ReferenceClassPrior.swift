/// The two priors fitted on the reference class, and on which sequences.
package struct ReferenceClassPrior: Sendable, Equatable {
  package let trend: NormalInverseGammaPrior
  package let flat: NormalInverseGammaPrior
  /// The identifiers of the sequences it was fitted on.
  package let sequences: [String]

  package init(
    trend: NormalInverseGammaPrior, flat: NormalInverseGammaPrior, sequences: [String]
  ) {
    self.trend = trend
    self.flat = flat
    self.sequences = sequences
  }
}

extension ReferenceClassPrior {
  /// What `ReferenceClass.embedded.fittedPrior()` gives, kept as numbers so that a forecast without
  /// a cut needs no fit.
  package static let embedded = ReferenceClassPrior(
    trend: NormalInverseGammaPrior(
      df: 3.5608159294225445, variance: 0.20519902286454247,
      slope: .init(mean: -0.18173148777598094, precision: 2.043629598146357)),
    flat: NormalInverseGammaPrior(df: 2.0958141908548624, variance: 0.37879425226051916),
    sequences: ReferenceClass.embedded.members.map(\.id))
}

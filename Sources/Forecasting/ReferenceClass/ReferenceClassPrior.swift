/// The two priors fitted on the reference class, and on which sequences.
public struct ReferenceClassPrior: Sendable, Equatable {
  public let trend: NormalInverseGammaPrior
  public let flat: NormalInverseGammaPrior
  /// The identifiers of the sequences it was fitted on.
  public let sequences: [String]

  public init(
    trend: NormalInverseGammaPrior, flat: NormalInverseGammaPrior, sequences: [String]
  ) {
    self.trend = trend
    self.flat = flat
    self.sequences = sequences
  }
}

extension ReferenceClassPrior {
  /// The prior fitted on the whole embedded reference class.
  public static let embedded = ReferenceClassPrior(
    trend: NormalInverseGammaPrior(
      df: 3.5609370708016588, variance: 0.2052009221415331,
      slope: .init(mean: -0.18173124823507808, precision: 2.0436535445378388)),
    flat: NormalInverseGammaPrior(df: 2.0958734201907157, variance: 0.37879481746917293),
    sequences: [])
}

/// The conjugate prior of a geometric process with normal noise on ln duration:
/// σ² ~ InvGamma(ν0/2, ν0·s0²/2), slope | σ² ~ N(b0, σ²/κ0), flat on the level, so that a forecast
/// does not depend on the unit. Without a slope it is the prior of the no-trend model.
package struct NormalInverseGammaPrior: Sendable, Equatable {
  package struct Slope: Sendable, Equatable {
    /// b0, the prior mean of the slope of ln duration per phase.
    package let mean: Double
    /// κ0, how many units of Σ(k − k̄)² the prior mean is worth.
    package let precision: Double

    package init(mean: Double, precision: Double) {
      self.mean = mean
      self.precision = precision
    }
  }

  /// ν0, the degrees of freedom of the prior of σ².
  package let df: Double
  /// s0², its scale.
  package let variance: Double
  /// nil: the no-trend model.
  package let slope: Slope?

  package init(df: Double, variance: Double, slope: Slope? = nil) {
    self.df = df
    self.variance = variance
    self.slope = slope
  }
}

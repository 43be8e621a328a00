import CBoostMath

/// A level of ln duration that drifts, with a noise that changes too: each phase discounts what was
/// known of the level by λ and of the noise by δ (West and Harrison 1997, Bayesian Forecasting and
/// Dynamic Models, §§ 2.4, 10.8). Every answer is a Student t in closed form; λ = δ = 1 is the
/// no-trend model.
package struct DiscountedLevel: Sendable, Equatable {
  /// How much of what was known of the noise holds a phase later. The prior itself is not discounted.
  static let noiseDiscount = 0.7

  private let prior: NormalInverseGammaPrior
  /// λ: how much of what was known of the level holds a phase later, 0 < λ ≤ 1.
  package let discount: Double
  /// The posterior mean of the level.
  package private(set) var level: Double
  /// How many phases the level is known as well as from.
  package private(set) var precision = 1.0
  /// ν, the degrees of freedom of the noise.
  package private(set) var df: Double
  /// ν·s².
  private var squares: Double
  /// ln of the marginal likelihood of the durations after the first, which sets the level.
  package private(set) var logMarginal = 0.0

  /// - Parameters:
  ///   - logs: ln durations, oldest first, at least one.
  ///   - prior: of the noise; its slope is not used.
  init(logs: [Double], discount: Double, prior: NormalInverseGammaPrior) {
    self.discount = discount
    self.prior = prior
    level = logs[0]
    df = prior.df
    squares = prior.df * prior.variance
    for y in logs.dropFirst() { learn(y) }
  }

  mutating func learn(_ y: Double) {
    let known = discount * precision
    let spread = 1 + 1 / known
    let miss = y - level
    let scale = squares * spread
    logMarginal +=
      annals_lgamma((df + 1) / 2) - annals_lgamma(df / 2) - 0.5 * log(.pi * scale)
      - (df + 1) / 2 * log(1 + miss * miss / scale)
    let kept = Self.noiseDiscount
    let start = prior.df * prior.variance
    squares = start + kept * (squares - start) + miss * miss / spread
    df = prior.df + kept * (df - prior.df) + 1
    level += miss / (known + 1)
    precision = known + 1
  }

  /// The law of ln duration of the phase `ahead` after the last completed one: with each step the
  /// level drifts by the variance that one discount stands for.
  package func predictive(ahead: Int = 1) -> StudentT {
    let drift = Double(ahead) * (1 / discount - 1)
    let spread = 1 + (1 + drift) / precision
    return StudentT(mu: level, scale: (squares / df * spread).squareRoot(), df: df)
  }
}

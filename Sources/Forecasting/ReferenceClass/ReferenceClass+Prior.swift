extension ReferenceClass {
  /// Members with fewer completed phases say nothing about noise and take no part in the fit.
  public static let leastPhases = 3
  /// A prior fitted on fewer members than this is refused.
  public static let leastMembers = 5
  /// Only a member's last phases count, lest one long sequence outweigh the others.
  public static let mostPhases = 12

  /// Fits both priors by type-II maximum likelihood: the hyperparameters under which the members'
  /// marginal likelihood, times the weak hyperprior ln ν0 ~ N(ln 4, 1), b0 ~ N(0, ½²), is largest.
  /// About a millisecond; no need to cache.
  /// - Throws: `.tooFewSequences` below five members of three or more phases, `.notPositive` for a
  ///   member's length that is not, `.fitDiverged` when the members have no noise.
  public func fittedPrior() throws(Refusal) -> ReferenceClassPrior {
    let used = members.filter { $0.durations.count >= Self.leastPhases }
    guard used.count >= Self.leastMembers else {
      throw .tooFewSequences(count: used.count, needed: Self.leastMembers)
    }
    for length in used.flatMap(\.durations) where !(length > 0 && length.isFinite) {
      throw .notPositive(position: 1, value: length)
    }
    let data = used.map { LogMoments(logs: $0.durations.suffix(Self.mostPhases).map(log)) }
    let trend = NelderMead().minimum(from: [log(4), log(0.2), -0.2, log(2)]) {
      Self.loss(Self.prior($0), data)
    }
    let flat = NelderMead().minimum(from: [log(4), log(0.3)]) {
      Self.loss(Self.prior($0), data)
    }
    guard (trend.point + flat.point).allSatisfy({ $0.magnitude < 40 }) else { throw .fitDiverged }
    return ReferenceClassPrior(
      trend: Self.prior(trend.point), flat: Self.prior(flat.point), sequences: used.map(\.id))
  }

  /// The prior at ln ν0, ln s0² and, for the trend, b0, ln κ0.
  private static func prior(_ x: [Double]) -> NormalInverseGammaPrior {
    NormalInverseGammaPrior(
      df: exp(x[0]), variance: exp(x[1]),
      slope: x.count == 4 ? .init(mean: x[2], precision: exp(x[3])) : nil)
  }

  /// Minus the log posterior of the hyperparameters, up to a constant.
  private static func loss(_ prior: NormalInverseGammaPrior, _ data: [LogMoments]) -> Double {
    let off = log(prior.df) - log(4)
    var loss = off * off / 2
    if let slope = prior.slope { loss += 2 * slope.mean * slope.mean }
    for moments in data { loss -= NormalInverseGammaPosterior(prior, moments).logMarginal }
    return loss
  }
}

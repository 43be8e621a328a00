/// Models of one sequence of durations side by side: log-likelihood, AICc and Akaike weights
/// (Burnham and Anderson 2002). Non-homogeneous Poisson processes start with the first phase and
/// are failure truncated.
package struct ModelTable: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    package let model: String
    package let logLikelihood: Double
    package let parameters: Int
    /// Refused when n ≤ k + 1, where the correction has no meaning.
    package let aicc: Result<Double, Refusal>
    /// exp(−ΔAICc/2), summing to one over the models that have one; 0 for the others.
    package let weight: Double
  }

  /// In order of the models' list; a model that could not be fitted is absent.
  package let rows: [Row]

  package init(_ durations: [Double]) {
    let fits = Self.fits(durations)
    let criteria = fits.map { Self.aicc($0.logLikelihood, $0.parameters, durations.count) }
    let best = criteria.compactMap { try? $0.get() }.min() ?? 0
    let evidence = criteria.map { criterion in
      (try? criterion.get()).map { exp((best - $0) / 2) } ?? 0
    }
    let total = evidence.reduce(0, +)
    rows = fits.indices.map { i in
      Row(
        model: fits[i].model, logLikelihood: fits[i].logLikelihood,
        parameters: fits[i].parameters, aicc: criteria[i],
        weight: total > 0 ? evidence[i] / total : 0)
    }
  }

  /// −2 ln L + 2k + 2k(k+1)/(n−k−1) (Hurvich and Tsai 1989).
  package static func aicc(
    _ logLikelihood: Double, _ parameters: Int, _ count: Int
  ) -> Result<Double, Refusal> {
    guard count > parameters + 1 else {
      return .failure(.tooFew(count: count, needed: parameters + 2))
    }
    let k = Double(parameters)
    return .success(-2 * logLikelihood + 2 * k + 2 * k * (k + 1) / (Double(count) - k - 1))
  }

  private static func fits(
    _ durations: [Double]
  ) -> [(model: String, logLikelihood: Double, parameters: Int)] {
    let logs = durations.map(log)
    guard !logs.isEmpty else { return [] }
    var fits: [(model: String, logLikelihood: Double, parameters: Int)] = []
    fits.append(("HPP", LifetimeFit(.exponential, logs: logs).logLikelihood, 1))
    var sum = 0.0
    let times = durations.map { duration in
      sum += duration
      return sum
    }
    if let events = try? EventTimes(times) {
      if let fit = try? PowerLawProcess(events) {
        fits.append(("power law NHPP", fit.logLikelihood, 2))
      }
      if let fit = try? CoxLewisProcess(events) {
        fits.append(("Cox-Lewis NHPP", fit.logLikelihood, 2))
      }
    }
    for lifetime in GeometricProcessMLE.Lifetime.allCases {
      if let fit = try? GeometricProcessMLE(lifetime, durations: durations) {
        fits.append(("GP \(lifetime.rawValue)", fit.logLikelihood, lifetime.parameters))
      }
    }
    fits.append(("RP lognormal", LifetimeFit(.lognormal, logs: logs).logLikelihood, 2))
    return fits.filter { $0.logLikelihood.isFinite }
  }
}

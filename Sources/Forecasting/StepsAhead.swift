/// When the phases after the current one begin: sums of lengths drawn from the average, each learned
/// before the next is drawn, so that they depend on each other as the models say. Seeded: the same data
/// give the same figures.
package struct StepsAhead: Sendable, Equatable {
  /// The most steps.
  package static let limit = 50

  /// The law of the first step, which needs no draws.
  let current: DurationLaw
  /// For each step the lengths of all its draws since the current phase began, sorted.
  package let draws: [[Double]]

  /// - Parameters:
  ///   - logs: ln durations of the completed phases, oldest first, at least one.
  ///   - elapsed: how long the current phase has lasted.
  ///   - steps: how many ends of phases, the current one's included; 1 to `limit`.
  init(
    logs: [Double], law: DurationLaw, referenceClass: ReferenceClassForecast?, elapsed: Double,
    steps: Int, count: Int = 2_000
  ) {
    let models = ModelAverage.models(logs: logs, referenceClass: referenceClass)
    var generator = SplitMix64(seed: 1973)
    var sums = [[Double]](repeating: [], count: steps)
    for _ in 0..<count {
      var (model, length) = Self.first(law, models, elapsed, &generator)
      var total = boundedExp(length)
      sums[0].append(total)
      for step in 1..<max(steps, 1) {
        model.learn(length)
        let t = model.predictive()
        length = t.quantile(generator.uniform())
        total = bounded(total + boundedExp(length))
        sums[step].append(total)
      }
    }
    current = elapsed > 0 ? law.given(elapsed: elapsed) : law
    draws = sums.map { $0.sorted() }
  }

  /// A model and the ln length that it gives the current phase, beyond what has elapsed.
  private static func first(
    _ law: DurationLaw, _ models: [ForecastModel], _ elapsed: Double,
    _ generator: inout SplitMix64
  ) -> (ForecastModel, Double) {
    let tails = law.components.map { $0.weight * (elapsed > 0 ? $0.t.survival(log(elapsed)) : 1) }
    var left = generator.uniform() * tails.reduce(0, +)
    var index = 0
    while index < tails.count - 1, left >= tails[index] {
      left -= tails[index]
      index += 1
    }
    let t = law.components[index].t
    let above = elapsed > 0 ? t.survival(log(elapsed)) : 1
    return (models[index], t.upperQuantile(max(generator.uniform() * above, 1e-300)))
  }

  /// The length by which the step (from 1) has come with probability `p`.
  package func quantile(_ p: Double, step: Int) -> Double {
    if step == 1 { return current.quantile(p) }
    let sorted = draws[step - 1]
    return sorted[min(Int(p * Double(sorted.count)), sorted.count - 1)]
  }

  /// P(the step has come by a length since the current phase began).
  package func probability(step: Int, by length: Double) -> Double {
    if step == 1 { return current.cdf(length) }
    let sorted = draws[step - 1]
    return Double(sorted.count { $0 <= length }) / Double(sorted.count)
  }
}

/// A model of the average with the durations that it has learned.
enum ForecastModel {
  case ofClass(NormalInverseGammaPrior, logs: [Double])
  case level(DiscountedLevel)

  var logMarginal: Double {
    switch self {
    case .ofClass(let prior, let logs): posterior(prior, logs).logMarginal
    case .level(let level): level.logMarginal
    }
  }

  func predictive(ahead: Int = 1) -> StudentT {
    switch self {
    case .ofClass(let prior, let logs): posterior(prior, logs).predictive(ahead: ahead)
    case .level(let level): level.predictive(ahead: ahead)
    }
  }

  mutating func learn(_ log: Double) {
    switch self {
    case .ofClass(let prior, let logs): self = .ofClass(prior, logs: logs + [log])
    case .level(var level):
      level.learn(log)
      self = .level(level)
    }
  }

  private func posterior(
    _ prior: NormalInverseGammaPrior, _ logs: [Double]
  ) -> NormalInverseGammaPosterior {
    NormalInverseGammaPosterior(prior, LogMoments(logs: logs))
  }
}

/// Everything that is said about the next phase shift of a sequence, as one plain value.
///
/// Durations, elapsed time and horizons are in one unit of the caller's choice (years, days);
/// so is every answer. The last duration belongs to the last *completed* phase; `elapsed` is how
/// long the current one has lasted. The same input gives the same bytes.
///
/// ```swift
/// let forecast = try PhaseForecast(
///   durations: [40, 20, 10, 5].map { PhaseLength($0) }, elapsed: 0.45, horizons: [3.09])
/// forecast.fit?.ratio                            // 2
/// forecast.law.median                            // about 4 years
/// try forecast.conditional?.get().pBy            // P(the current phase ends by 3.09)
/// ```
package struct PhaseForecast: Sendable, Equatable {
  package let durations: [PhaseLength]
  package let elapsed: Double?
  /// Least squares: the ratio and the next phase's point forecast; nil below two durations.
  package let fit: LogLinearFit?
  /// The exact t interval of these data alone.
  package let dataOnly: Result<DataOnly, FigureRefusal>
  package let roundingEnvelope: Result<RoundingEnvelope, FigureRefusal>
  /// The average of the reference class's two models alone; nil without a prior.
  package let referenceClass: ReferenceClassForecast?
  package let average: ModelAverage
  /// The method that the forecast stands for, and its law of the phase's whole duration.
  package let method: BacktestMethod
  package let law: DurationLaw
  /// That law given that the current phase has not ended yet; nil without `elapsed`.
  package private(set) var conditional: Result<Conditional, FigureRefusal>?
  /// The posterior probability of a trend for ever, in the average or in the class's own.
  package let weightTrend: Double
  package let accumulation: Accumulation
  package let baselines: Baselines
  package let tests: TrendTests
  package private(set) var warnings: [Warning] = []

  /// The most durations taken.
  package static let limit = 10_000

  /// - Parameters:
  ///   - durations: completed phases, oldest first, 1 to 10,000, positive and finite.
  ///   - elapsed: how long the current phase has lasted; zero or more.
  ///   - horizons: durations since the current phase began at which P(ended by) is wanted.
  ///   - boundaries: the dates (in the unit, from any origin) at which the phases began, the current
  ///     one last, when a source states them besides the lengths.
  ///   - ahead: 1 for the current phase, 2 for the one after.
  ///   - prior: the reference class as of the forecast's date, without the sequence itself; nil where
  ///     none could be fitted.
  ///   - method: what the forecast stands for.
  /// - Throws: what is wrong with the input; what cannot be answered is refused in its place.
  package init(
    durations: [PhaseLength], elapsed: Double? = nil, horizons: [Double] = [],
    boundaries: [Double]? = nil, ahead: Int = 1, prior: ReferenceClassPrior? = .embedded,
    by method: BacktestMethod = .average
  ) throws(FigureRefusal) {
    try Self.check(durations, elapsed: elapsed, horizons: horizons)
    let logs = durations.map { log($0.value) }
    self.durations = durations
    self.elapsed = elapsed
    fit = try? LogLinearFit(logs: logs)
    dataOnly = outcome { () throws(FigureRefusal) in try DataOnly(logs: logs, ahead: ahead) }
    roundingEnvelope = outcome { () throws(FigureRefusal) in
      try RoundingEnvelope(durations, ahead: ahead)
    }
    let referenceClass = prior.map {
      ReferenceClassForecast(logs: logs, prior: $0, ahead: ahead)
    }
    self.referenceClass = referenceClass
    let average = ModelAverage(logs: logs, referenceClass: referenceClass, ahead: ahead)
    self.average = average
    self.method = method
    let law =
      method == .average
      ? average.law : try method.law(logs: logs, referenceClass: referenceClass, ahead: ahead)
    self.law = law
    conditional = elapsed.map { elapsed in
      outcome { () throws(FigureRefusal) in
        try Conditional(law, elapsed: elapsed, horizons: horizons)
      }
    }
    let weight =
      method == .bma ? referenceClass?.weightTrend ?? 0 : average.weights.trend
    weightTrend = weight
    accumulation = Accumulation(
      fit: fit,
      probabilityOfNever: 1 - weight * (referenceClass?.trend.probabilityOfAcceleration ?? 0))
    baselines = Baselines(logs: logs, elapsed: elapsed, ahead: ahead)
    tests = TrendTests(durations.map(\.value))
    warnings = Warning.about(self, boundaries: boundaries)
  }

  /// The law of the phase as things stand: given that it has not ended, where it is known how long it
  /// has lasted and the law allows that.
  package var lawNow: DurationLaw { (try? conditional?.get().law) ?? law }

  /// The same with P(ended by) at these durations since the current phase began.
  package func at(_ horizons: [Double]) -> PhaseForecast {
    var forecast = self
    forecast.conditional = elapsed.map { elapsed in
      outcome { () throws(FigureRefusal) in
        try Conditional(law, elapsed: elapsed, horizons: horizons)
      }
    }
    return forecast
  }

  /// The law of the phase by one method alone, before "not yet"; for `--method` and for scoring a
  /// baseline later.
  /// - Throws: what the method refuses.
  package func law(by method: BacktestMethod) throws(FigureRefusal) -> DurationLaw {
    try method.law(logs: durations.map { log($0.value) }, referenceClass: referenceClass)
  }

  /// The ends of this phase and the next ones, by the same law.
  package func ahead(_ steps: Int) -> StepsAhead {
    StepsAhead(
      logs: durations.map { log($0.value) }, law: law, referenceClass: referenceClass,
      elapsed: elapsed ?? 0, steps: min(max(steps, 1), StepsAhead.limit))
  }

  /// The chance that no further phase comes at all, when before it was as in one of twenty phases:
  /// the longer the current one has outlasted its law, the likelier. Nil without `elapsed`.
  package var chanceOfEnd: Double? {
    guard let elapsed else { return nil }
    let prior = 0.05
    return prior / (prior + (1 - prior) * law.survival(elapsed))
  }

  private static func check(
    _ durations: [PhaseLength], elapsed: Double?, horizons: [Double]
  ) throws(FigureRefusal) {
    guard !durations.isEmpty else { throw .noDurations }
    guard durations.count <= limit else { throw .tooMany(count: durations.count, limit: limit) }
    for (i, duration) in durations.enumerated() {
      guard duration.value > 0, duration.value.isFinite else {
        throw .notPositive(position: i + 1, value: duration.value)
      }
      if let step = duration.roundedTo, !(step > 0 && step.isFinite) {
        throw .badRounding(position: i + 1, roundedTo: step)
      }
    }
    if let elapsed, !(elapsed >= 0 && elapsed.isFinite) { throw .badElapsed(elapsed) }
    for horizon in horizons where !(horizon > 0 && horizon.isFinite) { throw .badHorizon(horizon) }
  }
}

/// The result of a computation that may refuse.
func outcome<Value>(_ work: () throws(FigureRefusal) -> Value) -> Result<Value, FigureRefusal> {
  do { return .success(try work()) } catch { return .failure(error) }
}

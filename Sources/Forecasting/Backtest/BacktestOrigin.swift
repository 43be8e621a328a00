/// One forecast of a backtest: made when a phase began, scored with how long it lasted.
package struct BacktestOrigin: Sendable, Equatable {
  package let sequence: String
  /// Phases completed at the origin.
  package let phases: Int
  /// The origin's date as a calendar year with a fraction.
  package let date: Double
  package let outcome: Double
  /// How many sequences the prior was fitted on; 0 without a prior.
  package let priorSequences: Int
  /// A method that refused is absent.
  package let scores: [BacktestMethod: ForecastScore]
  /// PITs of forecasts made while the phase lasted, given that it had not ended yet: when it had
  /// lasted half the median of the phases before it, and the whole of it, if it lasted so long.
  package let midPhase: [BacktestMethod: [Double]]

  init(
    _ target: ReferenceSequence, phases: Int, date: Double, prior: ReferenceClassPrior?
  ) {
    let past = target.durations.prefix(phases)
    let logs = past.map(log)
    let outcome = target.durations[phases]
    let referenceClass = prior.map { ReferenceClassForecast(logs: logs, prior: $0) }
    let usual = past.sorted()[phases / 2]
    let lasted = [usual / 2, usual].filter { $0 < outcome }
    var scores: [BacktestMethod: ForecastScore] = [:]
    var midPhase: [BacktestMethod: [Double]] = [:]
    for method in BacktestMethod.allCases {
      guard let law = try? method.law(logs: logs, referenceClass: referenceClass) else { continue }
      scores[method] = ForecastScore(law, outcome: outcome)
      // A law that gives so long a phase no chance has missed it.
      midPhase[method] = lasted.map { elapsed in
        law.survival(elapsed) > 0 ? law.given(elapsed: elapsed).pit(outcome) : 1
      }
    }
    sequence = target.id
    self.phases = phases
    self.date = date
    self.outcome = outcome
    priorSequences = prior?.sequences.count ?? 0
    self.scores = scores
    self.midPhase = midPhase
  }
}

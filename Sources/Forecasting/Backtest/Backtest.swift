/// A strict as-of rolling-origin backtest: at each phase's beginning every method forecasts its
/// length from what was known that day, the prior included, and is scored with what came.
///
/// The methods and defaults were chosen on these same sequences; there is no held-out set.
package struct Backtest: Sendable, Equatable {
  package let origins: [BacktestOrigin]
  /// One row a method, best mean CRPS first.
  package let rows: [BacktestRow]

  /// - Parameters:
  ///   - targets: the dated sequences to forecast; those with fewer than four phases give no origin.
  ///   - referenceClass: where priors come from; the target and its relatives are left out.
  ///   - from: the first calendar year of an origin.
  ///   - mostOrigins: at most so many last origins of a sequence.
  ///   - strict: false lets the prior see the other sequences' later history, to measure what such
  ///     look-ahead is worth.
  package init(
    targets: [ReferenceSequence] = Backtest.embeddedTargets,
    referenceClass: ReferenceClass = .embedded,
    from: Double = 1950, mostOrigins: Int = 12, strict: Bool = true, resamples: Int = 2_000
  ) {
    let origins = targets.flatMap { target in
      Self.origins(target, referenceClass, from: from, strict: strict).suffix(mostOrigins)
    }
    self.origins = origins
    rows = BacktestMethod.allCases
      .compactMap { BacktestRow($0, origins, resamples: resamples) }
      .sorted { $0.meanCRPS < $1.meanCRPS }
  }

  /// The embedded sequences dated within a lifetime; of two that are about the same records one.
  package static let embeddedTargets = ReferenceClass.embedded.members.filter {
    ($0.boundaries?.first ?? -1) > 0 && $0.id != "epoch-compute-records"
  }

  private static func origins(
    _ target: ReferenceSequence, _ referenceClass: ReferenceClass, from: Double, strict: Bool
  ) -> [BacktestOrigin] {
    let others = referenceClass.without([target.id])
    return target.durations.indices.dropFirst(3).compactMap { phases in
      let date = target.boundaries?[phases] ?? target.known ?? -.infinity
      guard date >= from else { return nil }
      let known = strict ? others.asOf(date) : others
      guard let prior = try? known.fittedPrior() else { return nil }
      return origin(target, phases: phases, date: date, prior: prior)
    }
  }

  private static func origin(
    _ target: ReferenceSequence, phases: Int, date: Double, prior: ReferenceClassPrior
  ) -> BacktestOrigin {
    let logs = target.durations.prefix(phases).map(log)
    let outcome = target.durations[phases]
    let referenceClass = ReferenceClassForecast(logs: logs, prior: prior)
    var scores: [BacktestMethod: ForecastScore] = [:]
    for method in BacktestMethod.allCases {
      guard let law = try? method.law(logs: logs, referenceClass: referenceClass) else { continue }
      scores[method] = ForecastScore(law, outcome: outcome)
    }
    return BacktestOrigin(
      sequence: target.id, phases: phases, date: date, outcome: outcome,
      priorSequences: prior.sequences.count, scores: scores)
  }
}

/// A strict as-of rolling-origin backtest: at each phase's beginning every method forecasts its
/// length from what was known that day, the prior included, and is scored with what came.
///
/// The embedded sequences are the reference class itself: each is left out of its own prior.
package struct Backtest: Sendable, Equatable {
  package let origins: [BacktestOrigin]
  /// One row a method, best mean CRPS first.
  package let rows: [BacktestRow]

  /// - Parameters:
  ///   - targets: the dated sequences to forecast; those with fewer than four phases give no origin.
  ///   - priors: what is known of the reference class at each origin.
  ///   - from: the first calendar year of an origin.
  ///   - mostOrigins: at most so many last origins of a sequence.
  package init(
    targets: [ReferenceSequence] = Backtest.embeddedTargets,
    priors: BacktestPriors = BacktestPriors(),
    from: Double = 1950, mostOrigins: Int = 12, resamples: Int = 2_000
  ) {
    var priors = priors
    var origins: [BacktestOrigin] = []
    for target in targets {
      let dates = target.durations.indices.dropFirst(3).map { phases in
        (phases, date: target.boundaries?[phases] ?? target.known ?? -.infinity)
      }.filter { $0.date >= from }
      origins += dates.suffix(mostOrigins).compactMap { phases, date in
        let prior = priors.prior(for: target, on: date)
        guard prior != nil || !priors.isNeeded else { return nil }
        return BacktestOrigin(target, phases: phases, date: date, prior: prior)
      }
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
}

/// A method's line in a backtest's table.
package struct BacktestRow: Sendable, Equatable {
  package let method: BacktestMethod
  package let sequences: Int
  /// Mean CRPS of ln duration, within each sequence first.
  package let meanCRPS: Double
  /// 90 % range of that mean when the sequences are drawn anew with replacement.
  package let range: ClosedRange<Double>
  /// The share of those draws in which the average that forecasts stand for scores better, over the
  /// sequences that both score; nil for the average itself.
  package let averageIsBetter: Double?
  /// How often the central intervals held of forecasts made when a phase began.
  package let coverage: MeasuredCoverage
  /// The same of forecasts made while it lasted, given that it had not ended yet.
  package let midPhase: MeasuredCoverage

  package var forecasts: Int { coverage.forecasts }

  init?(_ method: BacktestMethod, _ origins: [BacktestOrigin], resamples: Int) {
    let scored = origins.filter { $0.scores[method]?.crps.isFinite == true }
    guard !scored.isEmpty else { return nil }
    let groups = Dictionary(grouping: scored, by: \.sequence).sorted { $0.key < $1.key }
    func means(_ method: BacktestMethod) -> [Double] {
      groups.map { group in
        group.value.reduce(0) { $0 + $1.scores[method]!.crps } / Double(group.value.count)
      }
    }
    let own = means(method)
    self.method = method
    sequences = groups.count
    meanCRPS = own.reduce(0, +) / Double(own.count)
    let drawn = Self.bootstrap(own, resamples).sorted()
    range = drawn[drawn.count / 20]...drawn[drawn.count - 1 - drawn.count / 20]
    if method == .average {
      averageIsBetter = nil
    } else {
      let differences = Self.bootstrap(zip(means(.average), own).map { $0 - $1 }, resamples)
      averageIsBetter = Double(differences.count { $0 < 0 }) / Double(differences.count)
    }
    coverage = MeasuredCoverage(scored.map { $0.scores[method]!.pit })
    midPhase = MeasuredCoverage(scored.flatMap { $0.midPhase[method] ?? [] })
  }

  /// The mean over sequences drawn with replacement (Efron's bootstrap).
  private static func bootstrap(_ means: [Double], _ resamples: Int) -> [Double] {
    var generator = SplitMix64(seed: 20_261_123)
    return (0..<max(resamples, 1)).map { _ in
      means.indices.reduce(0) { sum, _ in
        sum + means[Int.random(in: means.indices, using: &generator)]
      } / Double(means.count)
    }
  }
}

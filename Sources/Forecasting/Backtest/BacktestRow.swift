/// A method's line in a backtest's table.
package struct BacktestRow: Sendable, Equatable {
  package let method: BacktestMethod
  package let forecasts: Int
  package let sequences: Int
  /// Mean CRPS of ln duration, within each sequence first.
  package let meanCRPS: Double
  /// 90 % range of that mean when the sequences are drawn anew with replacement.
  package let range: ClosedRange<Double>
  /// Shares of all outcomes inside the central intervals.
  package let coverage50: Double
  package let coverage80: Double
  package let coverage95: Double

  init?(_ method: BacktestMethod, _ origins: [BacktestOrigin], resamples: Int) {
    let scored = origins.filter { $0.scores[method]?.crps.isFinite == true }
    guard !scored.isEmpty else { return nil }
    let groups = Dictionary(grouping: scored, by: \.sequence).sorted { $0.key < $1.key }
    let means = groups.map { group in
      group.value.reduce(0) { $0 + $1.scores[method]!.crps } / Double(group.value.count)
    }
    self.method = method
    forecasts = scored.count
    sequences = groups.count
    meanCRPS = means.reduce(0, +) / Double(means.count)
    range = Self.bootstrap(means, resamples)
    func coverage(_ level: Double) -> Double {
      Double(scored.count { $0.scores[method]!.isCovered(level) }) / Double(scored.count)
    }
    coverage50 = coverage(0.5)
    coverage80 = coverage(0.8)
    coverage95 = coverage(0.95)
  }

  /// The 5 % and 95 % points of the mean over resampled sequences (Efron's percentile bootstrap).
  private static func bootstrap(_ means: [Double], _ resamples: Int) -> ClosedRange<Double> {
    var generator = SplitMix64(seed: 20_261_123)
    let drawn = (0..<max(resamples, 1)).map { _ in
      means.indices.reduce(0) { sum, _ in
        sum + means[Int.random(in: means.indices, using: &generator)]
      } / Double(means.count)
    }.sorted()
    return drawn[drawn.count / 20]...drawn[drawn.count - 1 - drawn.count / 20]
  }
}

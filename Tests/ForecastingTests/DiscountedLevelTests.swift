import Testing

@testable import Forecasting

@Suite struct DiscountedLevelTests {
  let prior = NormalInverseGammaPrior(df: 2, variance: 0.15)
  let logs = [119.0, 133, 104, 108, 249, 87, 75].map { log($0) }

  private func level(_ logs: [Double], discount: Double = 0.7) -> DiscountedLevel {
    DiscountedLevel(logs: logs, discount: discount, prior: prior)
  }

  @Test func `The likelihood is the product of the laws by which each phase was forecast`() {
    for discount in [0.3, 0.7, 1] {
      let steps = logs.indices.dropFirst().map { next in
        log(level(Array(logs[..<next]), discount: discount).predictive().density(logs[next]))
      }
      let whole = level(logs, discount: discount).logMarginal
      #expect(agree(whole, steps.reduce(0, +), within: 1e-12))
    }
  }

  @Test func `The first forecast is about the only phase with the noise of the prior`() {
    let law = level([log(40)]).predictive()
    #expect(agree(law.mu, log(40), within: 1e-12))
    #expect(law.df == 2)
    #expect(agree(law.scale, (0.15 * (1 + 1 / 0.7)).squareRoot(), within: 1e-12))
  }

  @Test func `A level that drifts follows the latest phases`() {
    let falling = [8.0, 8, 8, 2, 2].map { log($0) }
    #expect(exp(level(falling, discount: 0.3).predictive().mu) < 2.3)
    #expect(exp(level(falling, discount: 1).predictive().mu) > 4)
  }

  @Test func `Every step ahead adds the drift of one`() {
    let (one, two, three) = (
      level(logs).predictive(), level(logs).predictive(ahead: 2), level(logs).predictive(ahead: 3)
    )
    let step = two.scale * two.scale - one.scale * one.scale
    #expect(step > 0)
    #expect(agree(three.scale * three.scale - two.scale * two.scale, step, within: 1e-12))
    #expect(one.mu == three.mu)
  }

  @Test func `Unchanged noise and level give the no-trend model`() {
    let equal = level(logs, discount: 1).predictive().mu
    #expect(agree(equal, logs.reduce(0, +) / Double(logs.count), within: 1e-12))
  }

  /// Computed by the rival's own program, `../shared/forecasting/tools/line.py`.
  @Test func `The weighted level is the rival's law`() throws {
    let law = WeightedLevel.law(logs).components[0].t
    #expect(
      agree([law.mu, law.scale, law.df], [4.659460092104497, 0.4724465269113937, 8], within: 1e-9))
  }
}

@Suite struct ModelAverageTests {
  @Test func `Regular releases get a narrow law, and eras that halve keep the trend`() throws {
    let regular = try PhaseForecast(durations: [182, 183, 181, 184, 182].map { PhaseLength($0) })
    let eighty = regular.law.intervals.eighty
    #expect(eighty.upperBound / eighty.lowerBound < 1.5)
    #expect(regular.weightTrend < 0.2)
    #expect(try PhaseForecast(durations: stages).weightTrend > 0.4)
  }

  @Test func `Without a prior the drifting levels are averaged alone, and it is said`() throws {
    let forecast = try PhaseForecast(durations: stages, prior: nil)
    #expect(forecast.average.weights.driftingLevel == 1)
    #expect(forecast.warnings.contains(.noReferenceClass))
    #expect(throws: FigureRefusal.noPrior) {
      try PhaseForecast(durations: stages, prior: nil, by: .bma)
    }
  }
}

import Forecasting

/// Coverage by simulation, the strict backtest, and the time of one forecast with its prior.
enum ForecastBenchmark {
  static func run() throws {
    try CoverageSimulation.run()
    backtest()
    try oneForecast()
  }

  private static func backtest() {
    let clock = ContinuousClock()
    let start = clock.now
    let backtest = Backtest()
    let time = clock.now - start
    print("\nstrict backtest, \(backtest.origins.count) origins with prior refits: \(time)")
    for row in backtest.rows {
      print(
        "  \(row.method.rawValue): CRPS \(percent(row.meanCRPS * 10)) "
          + "[\(percent(row.range.lowerBound * 10)), \(percent(row.range.upperBound * 10))] ‰ "
          + "covered 50 \(percent(row.coverage50)) 80 \(percent(row.coverage80)) "
          + "95 \(percent(row.coverage95)) %, \(row.forecasts) forecasts")
    }
  }

  private static func oneForecast() throws {
    let clock = ContinuousClock()
    let stages = [40.0, 20, 10, 5].map { PhaseLength($0, roundedTo: $0 / 4) }
    let rounds = 200
    var median = 0.0
    let start = clock.now
    for _ in 0..<rounds {
      let prior = try ReferenceClass.embedded.without(["hit-nlp"]).asOf(2023.37).fittedPrior()
      let forecast = try PhaseForecast(
        durations: stages, elapsed: 0.45, horizons: [3.09], prior: prior)
      median = forecast.referenceClass.law.median
    }
    let time = (clock.now - start) / rounds
    let many = (1...10_000).map { PhaseLength(Double($0 * 7919 % 10_007)) }
    let longest = try clock.measure { _ = try PhaseForecast(durations: many, elapsed: 1) }
    print("\none forecast of 10,000 durations: \(longest)")
    print("one forecast with a fresh prior: \(time), median \(median)")
  }

  /// A share in percent with one decimal.
  static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10)" }
}

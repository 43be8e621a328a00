import Forecasting

/// Coverage by simulation, the strict backtest, and the time of one forecast with its prior.
enum ForecastBenchmark {
  static func run() throws {
    let clock = ContinuousClock()
    var backtest: Backtest?
    let time = clock.measure { backtest = Backtest() }
    print("strict backtest: \(backtest!.origins.count) origins in \(time)")
    for row in backtest!.rows {
      print(
        row.method.rawValue, row.forecasts, row.sequences, row.meanCRPS, row.range,
        row.coverage50, row.coverage80, row.coverage95)
    }
  }
}

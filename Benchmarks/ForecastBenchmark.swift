import EventModel
import Forecasting
import Foundation
import JSONText

/// Coverage by simulation, the strict backtest, and the time of one forecast with its prior.
enum ForecastBenchmark {
  static func run() throws {
    try CoverageSimulation.run()
    try backtests()
    try GrowthBenchmark.run()
    try oneForecast()
  }

  /// The bars: the embedded sequences, and the release days of `../shared` where that is present.
  private static func backtests() throws {
    tell("strict backtest, a prior for each origin") { Backtest() }
    let shared = "../shared/forecasting/cadences.json"
    guard let bytes = FileManager.default.contents(atPath: shared) else {
      return print("no \(shared): no backtest on releases of products")
    }
    let products = try (JSON.parse(Array(bytes)).members ?? []).map { member in
      let days = (member.value.elements ?? []).compactMap { $0.string.flatMap { CivilDay($0) } }
      return ReferenceSequence(
        id: member.key, title: member.key, days: Set(days).sorted(), source: "endoflife.date")
    }
    print("\nembedded for releases: \(told(.releases))")
    tell("releases of products, a prior a year") {
      Backtest(targets: products, priors: BacktestPriors(cut: .year, isNeeded: false))
    }
  }

  private static func tell(_ name: String, _ work: () -> Backtest) {
    var made: Backtest?
    let time = processorTime { made = work() }
    guard let backtest = made else { return }
    print("\n\(name), \(backtest.origins.count) origins: \(time)")
    for row in backtest.rows {
      let better = row.averageIsBetter.map { ", average better \($0)" } ?? ""
      print(
        "  \(row.method.rawValue): CRPS \(rounded(row.meanCRPS)), 50/80/95 cover \(told(row.coverage)),",
        "mid-phase \(told(row.midPhase))\(better)")
    }
  }

  private static func told(_ coverage: MeasuredCoverage) -> String {
    [coverage.fifty, coverage.eighty, coverage.ninetyFive].map(percent).joined(separator: "/")
      + " of \(coverage.forecasts)"
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
      median = forecast.law.median
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

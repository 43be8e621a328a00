import Forecasting
import Foundation

/// How often the nominal 80 % interval of the next duration contains it, cell by cell.
enum CoverageSimulation {
  static let runs = 20_000
  static let counts = [3, 4, 5, 6, 8, 10]

  static func run() throws {
    print("coverage of the 80 % interval in percent, \(runs) runs a cell, n = \(counts)")
    var generator = SplitMix64(seed: 20_261_123)
    let noises: [(name: String, draw: (inout SplitMix64) -> Double)] = [
      ("lognormal σ 0.1", { 0.1 * $0.normal() }), ("lognormal σ 0.3", { 0.3 * $0.normal() }),
      ("lognormal σ 0.6", { 0.6 * $0.normal() }), ("lognormal σ 1.0", { $0.normal() }),
      ("gamma shape 1", { log($0.gamma(shape: 1)) }),
      ("gamma shape 4", { log($0.gamma(shape: 4)) }),
      ("Weibull shape 1.5", { log($0.gamma(shape: 1)) / 1.5 }),
    ]
    for noise in noises {
      let cells = try counts.map { try dataOnly($0, noise.draw, &generator) }
      print("  data only, \(noise.name): \(cells.map(ForecastBenchmark.percent))")
    }
    for isCensored in [false, true] {
      let cells = counts.map { referenceClass($0, isCensored: isCensored, &generator) }
      let name = isCensored ? "given “not yet”" : "whole duration"
      print("  reference class over its prior, \(name): \(cells.map(ForecastBenchmark.percent))")
    }
  }

  /// A geometric process that halves, with the given noise of ln duration.
  private static func dataOnly(
    _ count: Int, _ noise: (inout SplitMix64) -> Double, _ generator: inout SplitMix64
  ) throws -> Double {
    var covered = 0
    for _ in 0..<runs {
      var logs = (0...count).map { -0.693 * Double($0) + noise(&generator) }
      let next = exp(logs.removeLast())
      covered += isInside(try LogLinearFit(logs: logs).law(), next) ? 1 : 0
    }
    return Double(covered) / Double(runs)
  }

  /// Sequences drawn from either fitted prior with even odds, as the average assumes; censored: the
  /// forecast is made when half its median has elapsed and the phase goes on.
  private static func referenceClass(
    _ count: Int, isCensored: Bool, _ generator: inout SplitMix64
  ) -> Double {
    let prior = ReferenceClassPrior.embedded
    var covered = 0
    var made = 0
    var isTrend = false
    while made < runs {
      isTrend.toggle()
      var logs = draw(isTrend ? prior.trend : prior.flat, count + 1, &generator)
      let next = exp(logs.removeLast())
      var law = ReferenceClassForecast(logs: logs, prior: prior).law
      if isCensored {
        let elapsed = law.median / 2
        guard next > elapsed else { continue }
        law = law.given(elapsed: elapsed)
      }
      made += 1
      covered += isInside(law, next) ? 1 : 0
    }
    return Double(covered) / Double(runs)
  }

  private static func draw(
    _ prior: NormalInverseGammaPrior, _ count: Int, _ generator: inout SplitMix64
  ) -> [Double] {
    let half = prior.df / 2
    let variance = prior.variance * half / generator.gamma(shape: half)
    let slope = prior.slope.map { slope in
      slope.mean + (variance / slope.precision).squareRoot() * generator.normal()
    }
    return (0..<count).map {
      (slope ?? 0) * Double($0) + variance.squareRoot() * generator.normal()
    }
  }

  private static func isInside(_ law: DurationLaw, _ outcome: Double) -> Bool {
    (law.cdf(outcome) - 0.5).magnitude <= 0.4
  }
}

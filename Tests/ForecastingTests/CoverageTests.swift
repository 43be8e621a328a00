import Testing

@testable import Forecasting

@Suite struct CoverageTests {
  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Simulated coverage is that of the reference`() throws {
    let fixture = try Fixture("coverage_monte_carlo")
    let prior = ReferenceClassTests.prior(fixture.data["prior"])
    let embedded = ReferenceClassPrior(
      trend: prior.trend, flat: ReferenceClassPrior.embedded.flat, sequences: [])
    var generator = SplitMix64(seed: 20_261_123)
    for row in fixture.expected["rows"].items where row["scenario"].text == "prior" {
      let simulated = try Self.coverage(Int(row["n"].number), embedded, &generator)
      for (key, shares) in simulated {
        let wanted = Array(row[key].numbers.prefix(3))
        for (share, wanted) in zip(shares, wanted) {
          #expect((share - wanted).magnitude < 0.025, "n \(row["n"].number) \(key)")
        }
      }
    }
  }

  /// Shares of the next durations inside the 50, 80 and 95 % intervals, 5,000 sequences drawn
  /// from the trend prior; the fixture's figures come from 20,000.
  static func coverage(
    _ count: Int, _ prior: ReferenceClassPrior, _ generator: inout SplitMix64
  ) throws -> [String: [Double]] {
    let runs = 5_000
    var covered: [String: [Double]] = [:]
    let slope = try #require(prior.trend.slope)
    for _ in 0..<runs {
      let half = prior.trend.df / 2
      let variance = prior.trend.variance * half / generator.gamma(shape: half)
      let noise = variance.squareRoot()
      let b = slope.mean + noise / slope.precision.squareRoot() * generator.normal()
      var logs = (0...count).map { b * Double($0) + noise * generator.normal() }
      let next = exp(logs.removeLast())
      let forecast = ReferenceClassForecast(logs: logs, prior: prior)
      let laws = [
        "plug": try Baselines.plugInLaw(logs), "ols": try LogLinearFit(logs: logs).law(),
        "bma": forecast.law,
        "nig": DurationLaw(forecast.trend.predictive()),
      ]
      for (key, law) in laws {
        let distance = (law.cdf(next) - 0.5).magnitude
        for (i, level) in [0.5, 0.8, 0.95].enumerated() where distance <= level / 2 {
          covered[key, default: [0, 0, 0]][i] += 1 / Double(runs)
        }
      }
    }
    return covered
  }
}

@testable import Forecasting
import Foundation
import Testing

@Suite struct ScoringTests {
  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Scoring rules agree with their closed forms`() throws {
    let fixture = try Fixture("scoring_rules")
    let expected = fixture.expected
    for row in expected["crps_normal"].items {
      let law = StudentT(mu: row["mu"].number, scale: row["sigma"].number, df: .infinity)
      #expect(agree(law.crps(row["y"].number), row["crps"].number, within: 1e-9))
    }
    for row in expected["crps_t"].items {
      let law = StudentT(mu: row["mu"].number, scale: row["sigma"].number, df: row["df"].number)
      #expect(agree(law.crps(row["y"].number), row["crps"].number, within: 1e-9))
    }
    let ensemble = fixture.data["ensemble"].numbers
    for row in expected["crps_ensemble"].items {
      for (key, fair) in [("crps_standard", false), ("crps_fair", true)] {
        let score = ScoringRules.crps(ensemble: ensemble, outcome: row["y"].number, fair: fair)
        #expect(agree(try #require(score), row[key].number, within: 1e-9))
      }
    }
    for row in expected["logs_t"].items {
      let law = StudentT(mu: row["mu"].number, scale: row["sigma"].number, df: row["df"].number)
      #expect(agree(law.logScore(row["y"].number), row["logs"].number, within: 1e-9))
    }
    for row in expected["interval_score"].items {
      let score = ScoringRules.interval(
        row["lower"].number...row["upper"].number, alpha: row["alpha"].number,
        outcome: row["y"].number)
      #expect(agree(score, row["score"].number, within: 1e-9))
    }
    for row in expected["brier"].items {
      let score = ScoringRules.brier(row["p"].number, happened: row["outcome"].number == 1)
      #expect(agree(score, row["brier"].number, within: 1e-9))
    }
    for row in expected["metaculus_baseline_binary"].items {
      let score = ScoringRules.baseline(
        probabilityOfOutcome: row["p_assigned_to_outcome"].number)
      #expect(agree(score, row["score"].number, within: 1e-9))
    }
    let cases = zip(
      expected["brier_decomposition"]["p"].numbers, expected["brier_decomposition"]["o"].numbers)
    let murphy = try #require(BrierDecomposition(cases.map { (p: $0, happened: $1 == 1) }))
    let identity = murphy.reliability - murphy.resolution + murphy.uncertainty
    #expect(agree(identity, murphy.meanScore, within: 1e-9))
  }

  @Test func `Murphy's identity holds for any forecasts`() throws {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<200 {
      let forecasts = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
        let p = Double(Int.random(in: 0...10, using: &generator)) / 10
        return (p: p, happened: Bool.random(using: &generator))
      }
      let murphy = try #require(BrierDecomposition(forecasts))
      let identity = murphy.reliability - murphy.resolution + murphy.uncertainty
      #expect((identity - murphy.meanScore).magnitude < 1e-12)
    }
  }

  @Test func `A mixture of two equal laws scores as the one law`() {
    let t = StudentT(mu: 1, scale: 0.5, df: 5)
    let mixture = DurationLaw(components: [
      .init(weight: 0.3, t: t), .init(weight: 0.7, t: t),
    ])
    #expect(agree(mixture.crps(4), DurationLaw(t).crps(4), within: 1e-9))
  }

  @Test func `A mixture's score is the mean quantile loss`() {
    let law = DurationLaw(components: [
      .init(weight: 0.9, t: StudentT(mu: 1.2, scale: 0.6, df: 7)),
      .init(weight: 0.1, t: StudentT(mu: 2.6, scale: 0.9, df: 5)),
    ])
    for law in [law, law.given(elapsed: 2)] {
      for outcome in [2.5, 20] {
        let loss = (0..<20_000).reduce(0.0) { sum, i in
          let p = (Double(i) + 0.5) / 20_000
          let miss = log2(law.quantile(p) / outcome) / log2(2.718281828459045)
          return sum + 2 * ((miss > 0 ? 1 : 0) - p) * miss / 20_000
        }
        #expect(agree(law.crps(outcome), loss, within: 1e-4))
      }
    }
  }

  @Test func `Fewer than twenty forecasts are too few`() {
    let law = DurationLaw(StudentT(mu: 0, scale: 1, df: 5))
    let few = Calibration((1...19).map { ForecastScore(law, outcome: Double($0)) })
    #expect(few.coverage80.count == 19)
    #expect(few.coverage80.value == nil)
    let enough = Calibration((1...20).map { ForecastScore(law, outcome: Double($0)) })
    #expect(enough.coverage80.value != nil)
    #expect(enough.pitHistogram.reduce(0, +) == 20)
  }

  @Test func `the histogram's bins are tenths that hold their lower ends`() {
    // A law uniform enough to choose a PIT by: the quantile of p has the PIT p.
    let law = DurationLaw(StudentT(mu: 0, scale: 1, df: 5))
    func scores(_ pits: [Double]) -> [ForecastScore] {
      pits.map { ForecastScore(law, outcome: law.quantile($0)) }
    }
    let histogram = Calibration(scores([0.01, 0.08, 0.12, 0.55, 0.58, 0.97, 0.999])).pitHistogram
    #expect(histogram == [2, 1, 0, 0, 0, 2, 0, 0, 0, 2])
  }

  @Test func `an interval covers what lies between its ends`() {
    let law = DurationLaw(StudentT(mu: 0, scale: 1, df: 5))
    // Of each ten: eight in the inner 95 %, six in the inner 80 %, two in the inner 50 %.
    let pits = [0.5, 0.7, 0.2, 0.85, 0.15, 0.88, 0.95, 0.05, 0.01, 0.99]
    let scores = (pits + pits).map { ForecastScore(law, outcome: law.quantile($0)) }
    let calibration = Calibration(scores)
    #expect(calibration.coverage50.value == 0.2)
    #expect(calibration.coverage80.value == 0.6)
    #expect(calibration.coverage95.value == 0.8)
  }

  @Test func `skill is the share of the baseline's loss that was saved`() {
    func figure(_ value: Double?) -> Calibration.Figure { .init(count: 20, value: value) }
    #expect(Calibration.skill(figure(1), against: figure(4)) == 0.75)
    #expect(Calibration.skill(figure(1), against: figure(0)) == nil)
    #expect(Calibration.skill(figure(nil), against: figure(4)) == nil)
  }
}

import Forecasting
import Testing

@Suite struct StepsAheadTests {
  let releases = [182.0, 190, 175, 188, 181].map { PhaseLength($0) }

  @Test func `Steps come one after another, each as long as the law says, about`() throws {
    let forecast = try PhaseForecast(durations: releases)
    let ahead = forecast.ahead(4)
    let medians = (1...4).map { ahead.quantile(0.5, step: $0) }
    for (step, median) in medians.enumerated() {
      #expect(agree(median / Double(step + 1), 182, within: 0.05))
    }
    let early = forecast.law.quantile(0.8)
    let drawn = Double(ahead.draws[0].count { $0 <= early }) / Double(ahead.draws[0].count)
    #expect(agree(drawn, 0.8, within: 0.03))
    #expect(agree(ahead.probability(step: 1, by: early), 0.8, within: 1e-9))
    #expect(ahead.probability(step: 2, by: 190) < 0.05)
  }

  @Test func `What has elapsed is not drawn again`() throws {
    let ahead = try PhaseForecast(durations: releases, elapsed: 200).ahead(2)
    #expect(ahead.draws[0][0] >= 200)
    #expect(ahead.probability(step: 1, by: 200) == 0)
    #expect(ahead.probability(step: 2, by: 201) < 0.01)
  }

  @Test func `A falling trend shortens the phases to come`() throws {
    let ahead = try PhaseForecast(
      durations: [64, 32.5, 15.7, 8.1, 4, 2].map { PhaseLength($0) }, by: .bma
    ).ahead(3)
    let medians = (1...3).map { ahead.quantile(0.5, step: $0) }
    #expect(medians[1] - medians[0] < medians[0])
  }

  @Test func `Without a prior, and for the most absurd lengths, figures are finite`() throws {
    let absurd = [1e-300, 1, 1e300].map { PhaseLength($0) }
    let ahead = try PhaseForecast(durations: absurd, elapsed: 1e300, prior: nil).ahead(3)
    let isFinite = ahead.draws.joined().allSatisfy { $0.isFinite }
    #expect(isFinite)
  }

  @Test func `The same data give the same draws`() throws {
    let forecast = try PhaseForecast(durations: releases, elapsed: 10)
    #expect(forecast.ahead(3) == forecast.ahead(3))
    #expect(forecast.ahead(900).draws.count == StepsAhead.limit)
  }
}

@Suite struct WordsTests {
  @Test(arguments: [
    (2.0, "1/2 of the one before"), (1 / 0.962, "4 % shorter than the one before"),
    (0.962, "4 % longer than the one before"), (0.25, "4 times the one before"),
    (1.001, "as long as the one before"),
  ])
  func `A ratio is told as people say it`(ratio: Double, words: String) {
    #expect(Warning.change(ratio) == words)
  }

  @Test func `A trend law is warned of where it carries weight`() throws {
    func isWarned(_ forecast: PhaseForecast) -> Bool {
      forecast.warnings.contains {
        if case .ratioLawHasNoDemonstratedAdvantage = $0 { true } else { false }
      }
    }
    #expect(isWarned(try PhaseForecast(durations: stages)))
    let steady = [190.0, 182, 188, 181, 180].map { PhaseLength($0) }
    #expect(!isWarned(try PhaseForecast(durations: steady)))
  }

  @Test func `The longer a phase outlasts its law, the likelier no other comes`() throws {
    let lengths = [182.0, 190, 175, 188, 181].map { PhaseLength($0) }
    let chances = try [0, 180, 260, 900].map {
      try #require(try PhaseForecast(durations: lengths, elapsed: $0).chanceOfEnd)
    }
    #expect(agree(chances[0], 0.05, within: 1e-9))
    #expect(chances == chances.sorted())
    #expect(chances[3] > 0.5)
    #expect(try PhaseForecast(durations: lengths).chanceOfEnd == nil)
  }
}

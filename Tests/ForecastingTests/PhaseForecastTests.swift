import Forecasting
import Testing

/// The durations of the HIT-NLP report (2023-03-06) with the steps they look rounded to.
let stages = zip([40.0, 20, 10, 5], [10.0, 10, 5, 1]).map {
  PhaseLength($0, roundedTo: $1)
}

@Suite struct PhaseForecastTests {
  @Test func `Halving lengths give the ratio two and a next phase of two and a half years`() throws
  {
    let forecast = try PhaseForecast(durations: stages)
    let fit = try #require(forecast.fit)
    #expect((fit.ratio - 2).magnitude < 1e-12)
    #expect((fit.predicted() - 2.5).magnitude < 1e-12)
    #expect((fit.predicted(ahead: 2) - 1.25).magnitude < 1e-12)
    #expect((fit.leverage() - 1.5).magnitude < 1e-12)
  }

  @Test func `A zero residual refuses the data-only interval`() throws {
    let forecast = try PhaseForecast(durations: stages)
    #expect(forecast.dataOnly == .failure(.zeroResidual))
  }

  @Test func `The rounding envelope of the stages is 2.09 to 2.97 years`() throws {
    let envelope = try PhaseForecast(durations: stages).roundingEnvelope.get()
    #expect(envelope.boxes == [35...45, 15...25, 7.5...12.5, 4.5...5.5])
    #expect((envelope.range.lowerBound - 2.0887149751257494).magnitude < 1e-9)
    #expect((envelope.range.upperBound - 2.9679795520828054).magnitude < 1e-9)
  }
}

@Suite struct ExplanationTests {
  @Test func `Every explained figure follows from its inputs`() throws {
    let forecast = try PhaseForecast(
      durations: [9, 7, 8, 4, 5].map { PhaseLength($0) }, elapsed: 2, horizons: [4])
    let figures = forecast.derivations.map(\.figure)
    #expect(figures.first == "ratio")
    #expect(figures.last == "P(ended by 4)")
    let chance = try #require(forecast.derivations.last)
    let inputs = Dictionary(uniqueKeysWithValues: chance.inputs.map { ($0.name, $0.value) })
    let ended = try #require(inputs["F(t)"])
    let passed = try #require(inputs["F(c)"])
    #expect(agree(chance.value, (ended - passed) / (1 - passed), within: 1e-12))
  }

  @Test func `Each method gives its own law`() throws {
    let forecast = try PhaseForecast(durations: [9, 7, 8, 4, 5].map { PhaseLength($0) })
    #expect(try forecast.law(by: .bma) == forecast.referenceClass?.law)
    #expect(try forecast.law(by: .leastSquares) == forecast.dataOnly.get().law)
    for method in BacktestMethod.allCases { #expect(try forecast.law(by: method).median > 0) }
  }

  @Test func `Warnings name what the data cannot show`() throws {
    let boundaries = [1950.0, 1990, 2010, 2018, 2022.9]
    let forecast = try PhaseForecast(durations: stages, boundaries: boundaries)
    #expect(forecast.warnings.contains(.zeroResidual))
    let sentences = forecast.warnings.map(\.sentence)
    #expect(sentences.contains { $0.contains("best possible p of Mann's trend test is 0.0833") })
    #expect(sentences.contains { $0.contains("add up to 75, but the boundaries are 72.9 apart") })
    #expect(sentences.contains { $0.contains("no demonstrated forecasting advantage") })
  }
}

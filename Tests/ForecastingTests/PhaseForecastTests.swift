import Forecasting
import Testing

/// The durations of the HIT-NLP report (2023-03-06) with the steps they look rounded to.
let stages = zip([40.0, 20, 10, 5], [10.0, 10, 5, 1]).map {
  StatedDuration($0, roundedTo: $1)
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

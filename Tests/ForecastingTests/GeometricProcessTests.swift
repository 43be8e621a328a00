import Forecasting
import Testing

@Suite struct GeometricProcessTests {
  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Prediction intervals agree with ordinary least squares`() throws {
    let fixture = try Fixture("loglinear_prediction_intervals")
    for (id, durations) in fixture.data["sequences"].fields {
      let expected = fixture.expected[id]
      let forecast = try PhaseForecast(durations: durations.numbers.map { PhaseLength($0) })
      let fit = try #require(forecast.fit)
      let dataOnly = try forecast.dataOnly.get()
      #expect(agree(fit.slope, expected["slope"].number, within: 1e-9), "\(id)")
      #expect(agree(fit.ratio, expected["ratio"].number, within: 1e-9))
      #expect(agree(fit.residualSD, expected["s"].number, within: 1e-9))
      #expect(agree(dataOnly.median, expected["next_median"].number, within: 1e-8))
      #expect(agree(ends(dataOnly.intervals.fifty), expected["pi50"].numbers, within: 1e-8))
      #expect(agree(ends(dataOnly.intervals.eighty), expected["pi80"].numbers, within: 1e-8))
      #expect(agree(ends(dataOnly.intervals.ninetyFive), expected["pi95"].numbers, within: 1e-8))
    }
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Proschan's fourteen aircraft agree by Laplace's test and Mann's`() throws {
    let fixture = try Fixture("geometric_process_proschan")
    for (plane, gaps) in fixture.data["gaps"].fields {
      let expected = fixture.expected[plane]
      let durations = gaps.numbers
      let laplace = try LaplaceTest(EventTimes(durations: durations)).statistic
      #expect(agree(laplace, expected["laplace_failure_truncated"].number, within: 1e-6))
      let mann = try MannTest(durations)
      #expect(mann.statistic == expected["mann_M"].number)
      #expect(agree(mann.p, expected["mann_p_exact"].number, within: 1e-6))
    }
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `What remains until accumulation has the simulated quantiles`() throws {
    let expected = try Fixture("accumulation_hit").expected
    let prior = ReferenceClassTests.prior(try Fixture("accumulation_hit").data["prior"])
    let forecast = try PhaseForecast(durations: stages, prior: prior, by: .bma)
    let trend = try #require(forecast.referenceClass).trend
    let never = 1 - trend.probabilityOfAcceleration
    #expect(agree(never, expected["p_no_accumulation"].number, within: 1e-3))
    let levels = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
    let keys = [".05", ".1", ".25", ".5", ".75", ".9", ".95"]
    let quantiles = Accumulation.remaining(
      trend, levels: levels, draws: 100_000)
    for (quantile, key) in zip(quantiles, keys) {
      let wanted = expected["quantiles_remaining"][key].number
      #expect((quantile / wanted - 1).magnitude < 0.03, "\(key): \(quantile)")
    }
    #expect(agree(try #require(forecast.accumulation.plugIn), 5, within: 1e-9))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Milestones of Modis and Panov accumulate where published`() throws {
    let fixture = try Fixture("singularity_modis_panov")
    let modis = fixture.data["modis_years_before_2000"].numbers.dropFirst().map { 2000 - $0 }
    let panov =
      fixture.data["panov_years_before_2000"].numbers.map { 2000 - $0 }
      + fixture.data["panov_calendar_years"].numbers
    for (dates, name) in [(modis, "modis"), (panov, "panov")] {
      let expected = fixture.expected["computed"][name]
      let durations = zip(dates.dropFirst(), dates).map { PhaseLength($0 - $1) }
      let fit = try #require(try PhaseForecast(durations: durations).fit)
      #expect(agree(fit.ratio, expected["geom_ratio"].number, within: 1e-6))
      let ratio = try fit.ratioInterval(level: 0.95)
      #expect(agree(ends(ratio), expected["geom_ratio_ci95"].numbers, within: 1e-6))
      let last = try #require(dates.last)
      let remaining = try #require(fit.remaining)
      #expect(agree(last + remaining, expected["T_inf"].number, within: 1e-6))
      let interval = try fit.remainingInterval()
      let wanted = expected["T_inf_ci95_delta"].numbers
      #expect(agree(ends(interval).map { last + $0 }, wanted, within: 1e-6))
    }
  }
}

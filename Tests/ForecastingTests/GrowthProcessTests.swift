@testable import Forecasting
import Testing

@Suite struct GrowthProcessTests {
  /// ReliaWiki, Crow–AMSAA, table 5.1: the 22 failure times of two prototypes.
  static let reliaWiki = [
    2.7, 10.3, 12.5, 30.6, 57.0, 61.3, 80.0, 109.5, 125.0, 128.6, 143.8, 167.9, 229.2, 296.7,
    320.6, 328.2, 366.2, 396.7, 421.1, 438.2, 501.2, 620.0,
  ]

  @Test func `Crow–AMSAA gives the figures ReliaWiki prints`() throws {
    let process = try PowerLawProcess(EventTimes(Self.reliaWiki))
    #expect(agree(process.beta, 0.6142, within: 5e-5))
    #expect(agree(process.lambda, 0.4239, within: 5e-5))
    #expect(agree(1 / process.intensity(at: 620), 45.8914, within: 2e-4))
    let crow = process.crowBetaInterval(level: 0.9)
    #expect(agree(ends(crow), [0.4527, 0.9350], within: 5e-5))
    let fisher = process.fisherBetaInterval(oneSided: 0.9)
    #expect(agree(ends(fisher), [0.4674, 0.8072], within: 1e-4))
    let lambda = process.fisherLambdaInterval(oneSided: 0.9)
    #expect(agree(ends(lambda), [0.1393, 1.2904], within: 1e-4))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Crow–AMSAA agrees with the recomputed example`() throws {
    let fixture = try Fixture("crow_amsaa_reliawiki")
    let process = try PowerLawProcess(EventTimes(fixture.data["event_times"].numbers))
    let expected = fixture.expected["computed"]
    #expect(agree(process.beta, expected["beta"].number, within: 1e-9))
    #expect(agree(process.lambda, expected["lambda"].number, within: 1e-9))
    let intensity = process.intensity(at: process.end)
    #expect(agree(intensity, expected["intensity_at_T"].number, within: 1e-9))
    let unbiased = expected["beta_unbiased_n_minus_2_over_n"].number
    #expect(agree(process.unbiasedBeta, unbiased, within: 1e-9))
    let exact = process.betaInterval(level: 0.9)
    #expect(agree(ends(exact), expected["beta_exact_chi2_90"].numbers, within: 1e-9))
    #expect(agree(process.logLikelihood, expected["loglik"].number, within: 1e-9))
    let crow = process.crowBetaInterval(level: 0.9)
    #expect(agree(ends(crow), expected["beta_crow_90"].numbers, within: 1e-9))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Three systems of Crow's pool into one estimate`() throws {
    let fixture = try Fixture("crow_1974_three_systems")
    let systems = try fixture.data["systems"].items.map {
      try EventTimes($0.numbers, truncation: .time(200))
    }
    let process = try PowerLawProcess(systems)
    let expected = fixture.expected["computed"]
    #expect(process.count == 36)
    #expect(agree(process.beta, expected["beta"].number, within: 1e-10))
    #expect(agree(process.lambda, expected["lambda"].number, within: 1e-10))
    #expect(agree(process.beta, 0.615, within: 1e-3))
    #expect(agree(process.lambda, 0.461, within: 1e-3))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `NIST's improvement test has a growth slope of .5165`() throws {
    let fixture = try Fixture("nist_case_study_1")
    let events = try EventTimes(fixture.data["event_times"].numbers, truncation: .time(1500))
    let process = try PowerLawProcess(events)
    let expected = fixture.expected["computed"]
    #expect(agree(process.beta, expected["beta"].number, within: 1e-9))
    #expect(agree(process.lambda, expected["lambda"].number, within: 1e-9))
    #expect(agree(process.unbiasedBeta, expected["beta_modified"].number, within: 1e-9))
    #expect(agree(1 - process.unbiasedBeta, 0.5165, within: 5e-5))
    let intensity = process.intensity(at: 1500)
    #expect(agree(intensity, expected["intensity_T"].number, within: 1e-9))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Duane's line gives the published slope`() throws {
    let fixture = try Fixture("duane_reliawiki")
    let line = try DuaneLine(EventTimes(fixture.data["event_times"].numbers))
    #expect(agree(line.alpha, fixture.expected["computed"]["alpha"].number, within: 1e-9))
    #expect(agree(line.b, fixture.expected["computed"]["b"].number, within: 1e-9))
    #expect(agree(line.alpha, 0.6133, within: 1e-3))
    #expect(agree(line.b, 1.9453, within: 1e-3))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `The figures of the reliability package come out`() throws {
    let fixture = try Fixture("reliability_python_growth")
    let published = fixture.expected["published"]
    let events = try EventTimes(fixture.data["crow_times"].numbers)
    let crow = try PowerLawProcess(events)
    #expect(agree(crow.beta, published["crow"]["beta"].number, within: 1e-7))
    #expect(agree(crow.lambda, published["crow"]["lambda"].number, within: 1e-7))
    let mean = 1 / crow.intensity(at: crow.end)
    #expect(agree(mean, published["crow"]["DMTBF_I"].number, within: 1e-7))
    let target = crow.timeToCumulativeMean(50_000)
    #expect(agree(target, published["crow"]["time_to_MTBF_50000"].number, within: 1e-7))
    let duane = try DuaneLine(events)
    #expect(agree(duane.alpha, published["duane"]["alpha"].number, within: 1e-7))
    #expect(agree(1 / duane.b, published["duane"]["A"].number, within: 1e-7))
    let cumulative = duane.cumulativeMean(at: crow.end)
    #expect(agree(cumulative, published["duane"]["DMTBF_C"].number, within: 1e-7))
    let instantaneous = duane.instantaneousMean(at: crow.end)
    #expect(agree(instantaneous, published["duane"]["DMTBF_I"].number, within: 1e-7))
    let rocof = try EventTimes(durations: fixture.data["rocof_gaps"].numbers)
    #expect(
      agree(try LaplaceTest(rocof).statistic, published["rocof"]["U"].number, within: 1e-7))
    #expect(
      agree(try PowerLawProcess(rocof).beta, published["rocof"]["beta"].number, within: 1e-7))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Coal-mining disasters become rarer`() throws {
    let fixture = try Fixture("coal_mining_disasters")
    let expected = fixture.expected
    let dates = fixture.data["dates_decimal_year"].numbers
    // The fixture ends the observation in 1962.0 but counts the event of 1962.2, which the checked
    // initialiser refuses.
    let events = EventTimes(unchecked: dates.map { $0 - 1851 }, truncation: .time(111))
    #expect(agree(try LaplaceTest(events).statistic, expected["laplace"].number, within: 1e-6))
    let handbook = try MilitaryHandbookTest(events)
    #expect(agree(handbook.statistic, expected["mil189"].number, within: 1e-6))
    let power = try PowerLawProcess(events)
    #expect(agree(power.beta, expected["crow"]["beta"].number, within: 1e-6))
    #expect(agree(power.lambda, expected["crow"]["lambda"].number, within: 1e-6))
    #expect(agree(power.logLikelihood, expected["crow"]["loglik"].number, within: 1e-6))
    let cox = try CoxLewisProcess(events)
    #expect(agree(cox.alpha0, expected["cox_lewis"]["alpha0"].number, within: 1e-6))
    #expect(agree(cox.alpha1, expected["cox_lewis"]["alpha1"].number, within: 1e-6))
    #expect(agree(cox.logLikelihood, expected["cox_lewis"]["loglik"].number, within: 1e-6))
    let end = cox.intensity(at: 111)
    #expect(agree(end, expected["cox_lewis"]["intensity_T"].number, within: 1e-6))
    let day = 1 / 365.25
    let gaps = zip(dates.dropFirst(), dates).map { $0 - $1 < day ? day : $0 - $1 }
    let lam = try LamEstimate(gaps)
    #expect(agree(lam.ratio, expected["gp"]["a"].number, within: 1e-6))
    #expect(agree(lam.mean, expected["gp"]["lam_years"].number, within: 1e-6))
    #expect(agree(lam.variance, expected["gp"]["sigma2"].number, within: 1e-6))
  }
}

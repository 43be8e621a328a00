import EventModel
import Forecasting
import Foundation
import Testing

@Suite struct ReferenceClassTests {
  /// The two priors as a fixture writes them; without a flat one the trend's serves.
  static func prior(_ node: JSONNode) -> ReferenceClassPrior {
    func trend(_ node: JSONNode) -> NormalInverseGammaPrior {
      NormalInverseGammaPrior(
        df: node["nu0"].number, variance: node["s02"].number,
        slope: .init(mean: node["b0"].number, precision: node["kb0"].number))
    }
    guard !node["trend"].fields.isEmpty else {
      return ReferenceClassPrior(trend: trend(node), flat: trend(node), sequences: [])
    }
    let flat = NormalInverseGammaPrior(
      df: node["flat"]["nu0"].number, variance: node["flat"]["s02"].number)
    return ReferenceClassPrior(trend: trend(node["trend"]), flat: flat, sequences: [])
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Predictive laws, weights and quantiles agree for every sequence`() throws {
    let fixture = try Fixture("nig_bma_predictive")
    let prior = Self.prior(fixture.data["prior"])
    for (id, durations) in fixture.data["sequences"].fields {
      let expected = fixture.expected[id]
      let forecast = ReferenceClassForecast(
        logs: durations.numbers.map { log($0) }, prior: prior)
      for (posterior, key) in [(forecast.trend, "trend"), (forecast.flat, "flat")] {
        let law = posterior.predictive()
        #expect(agree(law.mu, expected[key]["mu"].number, within: 1e-9))
        #expect(agree(law.scale, expected[key]["scale"].number, within: 1e-9))
        #expect(agree(law.df, expected[key]["df"].number, within: 1e-9))
        let evidence = expected[key]["log_marginal"].number
        #expect(agree(posterior.logMarginal, evidence, within: 1e-9))
      }
      #expect(agree(forecast.weightTrend, expected["weight_trend"].number, within: 1e-8))
      let falling = forecast.trend.probabilityOfAcceleration
      #expect(agree(falling, expected["P_slope_negative"].number, within: 1e-9))
      for (p, quantile) in expected["quantiles"].fields {
        let actual = forecast.law.quantile(try #require(Double(p)))
        #expect(agree(actual, quantile.number, within: 1e-6), "\(id) \(p)")
      }
    }
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `The stages' forecast has the law of the fixture's prior`() throws {
    let expected = try Fixture("hit_nlp_stages").expected
    let prior = Self.prior(expected["prior_used"])
    let forecast = ReferenceClassForecast(logs: stages.map { log($0.value) }, prior: prior)
    expect(DurationLaw(forecast.trend.predictive()), expected["nig"], within: 1e-6)
    expect(forecast.law, expected["bma"], within: 1e-6)
    #expect(agree(forecast.weightTrend, expected["bma"]["w"].number, within: 1e-6))
    let trend = DurationLaw(forecast.trend.predictive())
    let cases =
      expected["conditional"]["bma"].fields.map { (forecast.law, $0.key, $0.value) }
      + expected["conditional"]["nig"].fields.map { (trend, $0.key, $0.value) }
    for (unconditional, day, node) in cases {
      let law = unconditional.given(elapsed: node["elapsed_years"].number)
      for (date, p) in node["p_before"].fields {
        let probability = law.cdf(Self.years(to: date))
        #expect(agree(probability, p.number, within: 1e-3), "\(day) \(date)")
      }
      for (p, date) in node["quantiles"].fields {
        let quantile = law.quantile(try #require(Double(p)))
        #expect((quantile - Self.years(to: date.text)).magnitude < 2.5 / 365.25)
      }
    }
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `As of 2023-05-15 the embedded class gives the strict forecast`() throws {
    let expected = try Fixture("hit_nlp_stages").expected["strict_as_of_2023_05_15"]
    let prior = try ReferenceClass.embedded.without(["hit-nlp"])
      .asOf(CivilDay("2023-05-15")!.fractionalYear).fittedPrior()
    #expect(Double(prior.sequences.count) == expected["prior"]["n_sequences"].number)
    let forecast = try PhaseForecast(
      durations: stages, elapsed: Self.years(to: "2023-05-15"), prior: prior, by: .bma)
    let reference = try #require(forecast.referenceClass)
    let law = forecast.law
    // The fixture's search ended a little before the optimum.
    expect(law, expected["bma"], within: 1e-3)
    expect(DurationLaw(reference.trend.predictive()), expected["nig"], within: 1e-3)
    let weight = reference.weightTrend
    #expect(agree(weight, expected["weight_trend"].number, within: 1e-3))
    let conditional = try #require(try forecast.conditional?.get()).law
    for (date, p) in expected["bma"]["p_before"].fields {
      #expect(agree(conditional.cdf(Self.years(to: date)), p.number, within: 1e-3))
    }
    #expect(agree(law.pit(1.785), expected["bma"]["pit_1_785"].number, within: 1e-3))
  }

  @Test func `As of 2023-05-15 the stages give the table of the article`() throws {
    let prior = try ReferenceClass.embedded.without(["hit-nlp"])
      .asOf(CivilDay("2023-05-15")!.fractionalYear).fittedPrior()
    let forecast = try PhaseForecast(
      durations: stages, elapsed: Self.years(to: "2023-05-15"),
      horizons: ["2025-01-01", "2026-01-01", "2027-01-01"].map(Self.years), prior: prior,
      by: .bma)
    let law = forecast.law
    #expect(agree(forecast.weightTrend, 0.93, within: 5e-3))
    #expect(agree(law.median, 3.47, within: 2e-3))
    #expect(agree(ends(law.intervals.fifty), [2.295, 5.40], within: 1e-3))
    #expect(agree(ends(law.intervals.eighty), [1.53, 9.18], within: 3e-3))
    #expect(agree(ends(law.intervals.ninetyFive), [0.87, 24], within: 5e-3))
    #expect(agree(law.cdf(3) - law.cdf(2), 0.22, within: 5e-3))
    let pBy = try #require(try forecast.conditional?.get()).pBy.map(\.probability)
    #expect(agree(pBy, [0.20, 0.42, 0.60], within: 5e-3))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `The fitted prior is that of the reference`() throws {
    let expected = Self.prior(try Fixture("nig_bma_predictive").data["prior"])
    let prior = try ReferenceClass.embedded.fittedPrior()
    #expect(prior.sequences.count == 29)
    #expect(agree(prior.trend.df, expected.trend.df, within: 1e-3))
    #expect(agree(prior.trend.variance, expected.trend.variance, within: 1e-3))
    #expect(agree(prior.flat.df, expected.flat.df, within: 1e-3))
    #expect(agree(prior.flat.variance, expected.flat.variance, within: 1e-3))
  }

  @Test func `The embedded prior is the fit of the embedded class`() throws {
    let fitted = try ReferenceClass.embedded.fittedPrior()
    let embedded = ReferenceClassPrior.embedded
    #expect(fitted.sequences == embedded.sequences)
    for (one, other) in [(fitted.trend, embedded.trend), (fitted.flat, embedded.flat)] {
      #expect(agree(one.df, other.df, within: 1e-6))
      #expect(agree(one.variance, other.variance, within: 1e-6))
      #expect(agree(one.slope?.mean ?? 0, other.slope?.mean ?? 0, within: 1e-6))
      #expect(agree(one.slope?.precision ?? 0, other.slope?.precision ?? 0, within: 1e-6))
    }
  }

  @Test func `A prior never sees what came after its date`() throws {
    for year in [1990.0, 2005, 2023.37] {
      let cut = ReferenceClass.embedded.asOf(year)
      for member in cut.members {
        #expect(member.boundaries?.last ?? member.known ?? 0 <= year)
        #expect(member.durations.count == (member.boundaries?.count ?? 5) - 1)
      }
    }
  }

  @Test func `A user's sequence joins the class and its relatives leave it`() throws {
    let mine = ReferenceSequence(
      id: "mine", title: "Mine", years: [2000, 2004, 2007, 2009], source: "me")
    let joined = ReferenceClass.embedded.adding([mine])
    #expect(try joined.fittedPrior().sequences.contains("mine"))
    #expect(!joined.without(["gpt-family"]).members.contains { $0.id == "gpt-major" })
    #expect(!joined.without(lengthsLike: [4, 3, 2]).members.contains { $0.id == "mine" })
  }

  @Test func `A class without noise or with impossible lengths gives no prior`() {
    let even = (0..<6).map {
      ReferenceSequence(id: "\($0)", title: "", years: [0, 1, 2, 3, 4], source: "")
    }
    #expect(throws: FigureRefusal.fitDiverged) { try ReferenceClass(even).fittedPrior() }
    let backwards = (0..<6).map {
      ReferenceSequence(id: "\($0)", title: "", years: [4, 3, 2, 1], source: "")
    }
    #expect(throws: FigureRefusal.notPositive(position: 1, value: -1)) {
      try ReferenceClass(backwards).fittedPrior()
    }
    #expect(throws: FigureRefusal.tooFewSequences(count: 0, needed: 5)) {
      try ReferenceClass.embedded.asOf(1800).without(["modis28"]).fittedPrior()
    }
  }

  private func expect(_ law: DurationLaw, _ node: JSONNode, within tolerance: Double) {
    #expect(agree(law.median, node["median"].number, within: tolerance))
    #expect(agree(ends(law.intervals.fifty), node["i50"].numbers, within: tolerance))
    #expect(agree(ends(law.intervals.eighty), node["i80"].numbers, within: tolerance))
    #expect(agree(ends(law.intervals.ninetyFive), node["i95"].numbers, within: tolerance))
    #expect(agree(law.cdf(3) - law.cdf(2), node["p_2_3"].number, within: tolerance))
  }

  static func day(_ date: String) -> Int { CivilDay(date)!.number }

  /// Years since ChatGPT began the current phase.
  static func years(to date: String) -> Double {
    Double(day(date) - day("2022-11-30")) / 365.25
  }
}

@testable import Forecasting
import Testing

@Suite struct TrendTestTests {
  /// Rausand and Høyland; Minitab 16 prints U = 0.12 (p .906) and 9.59 with 12 df (p .697).
  @Test func `Six failures in sixty hours show no trend, as Minitab prints`() throws {
    let events = try EventTimes([12, 15, 27, 34, 44, 53], truncation: .time(60))
    let laplace = try LaplaceTest(events)
    #expect(agree(laplace.statistic, 0.12, within: 5e-3))
    #expect(agree(laplace.p, 0.906, within: 5e-4))
    let handbook = try MilitaryHandbookTest(events)
    #expect(agree(handbook.statistic, 9.59, within: 5e-3))
    #expect(handbook.df == 12)
    #expect(agree(handbook.p, 0.697, within: 5e-4))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Load-haul-dump failures agree with Kvaløy and Lindqvist`() throws {
    let fixture = try Fixture("trend_tests_lhd_kvaloy_lindqvist")
    let events = try EventTimes(fixture.data["event_times"].numbers, truncation: .time(2000))
    let expected = fixture.expected["computed"]
    let laplace = try LaplaceTest(events)
    #expect(agree(laplace.statistic, expected["laplace"].number, within: 1e-8))
    #expect(agree(laplace.p, expected["laplace_p"].number, within: 1e-8))
    let lewis = try LewisRobinsonTest(events)
    #expect(agree(lewis.statistic, expected["lewis_robinson"].number, within: 1e-8))
    #expect(agree(lewis.statistic, 0.681, within: 5e-4))
    let anderson = try AndersonDarlingTest(events)
    #expect(agree(anderson.statistic, expected["anderson_darling"].number, within: 1e-8))
    let handbook = try MilitaryHandbookTest(events)
    #expect(agree(handbook.statistic, expected["mil189"].number, within: 1e-8))
    #expect(agree(handbook.p, expected["mil189_p"].number, within: 1e-8))
    let mann = try MannTest(events.gaps)
    #expect(mann.statistic == expected["mann_M"].number)
    #expect(agree(mann.z, expected["mann_z"].number, within: 1e-8))
    #expect(agree(mann.pNormal, expected["mann_p_normal"].number, within: 1e-8))
    #expect(agree(try #require(mann.pExact), expected["mann_p_exact"].number, within: 1e-8))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `The Minitab example agrees to the last digit`() throws {
    let fixture = try Fixture("trend_tests_minitab_rausand")
    let events = try EventTimes(fixture.data["event_times"].numbers, truncation: .time(60))
    let expected = fixture.expected["computed"]
    let handbook = try MilitaryHandbookTest(events)
    #expect(agree(try LaplaceTest(events).statistic, expected["laplace"].number, within: 1e-10))
    #expect(agree(handbook.statistic, expected["mil189"].number, within: 1e-10))
    #expect(agree(handbook.p, expected["mil189_p_two_sided"].number, within: 1e-10))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `The Grampus diesel engine is failure truncated`() throws {
    let fixture = try Fixture("trend_tests_uss_grampus")
    let events = try EventTimes(fixture.data["event_times"].numbers)
    let expected = fixture.expected["computed"]
    let handbook = try MilitaryHandbookTest(events)
    #expect(agree(handbook.statistic, expected["mil189"].number, within: 1e-9))
    #expect(handbook.df == expected["mil189_df"].number)
    #expect(agree(try LaplaceTest(events).statistic, expected["laplace"].number, within: 1e-9))
    let lewis = try LewisRobinsonTest(events)
    #expect(agree(lewis.statistic, expected["lewis_robinson"].number, within: 1e-9))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `GPT releases come faster by Mann's exact test`() throws {
    let fixture = try Fixture("gpt_family_releases").expected
    let gaps = fixture["gaps_days"].numbers
    let mann = try MannTest(gaps)
    #expect(mann.statistic == fixture["mann"]["M"].number)
    #expect(agree(mann.z, fixture["mann"]["z"].number, within: 1e-9))
    #expect(agree(mann.p, fixture["mann"]["p_exact"].number, within: 1e-9))
    #expect(agree(mann.pNormal, fixture["mann"]["p_normal"].number, within: 1e-9))
    let laplace = try LaplaceTest(EventTimes(durations: gaps))
    #expect(agree(laplace.statistic, fixture["laplace"][0].number, within: 1e-9))
    #expect(agree(laplace.p, fixture["laplace"][1].number, within: 1e-9))
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
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Gaps between failures have the published statistic`() throws {
    let fixture = try Fixture("reliability_python_growth")
    let rocof = try EventTimes(durations: fixture.data["rocof_gaps"].numbers)
    let published = fixture.expected["published"]["rocof"]["U"].number
    #expect(agree(try LaplaceTest(rocof).statistic, published, within: 1e-7))
  }

  @Test func `Four durations can reach a p of two in twenty-four at best`() throws {
    let mann = try MannTest([40, 20, 10, 5])
    #expect(agree(mann.p, 2.0 / 24, within: 1e-12))
    #expect(agree(mann.smallestP, 2.0 / 24, within: 1e-12))
  }
}

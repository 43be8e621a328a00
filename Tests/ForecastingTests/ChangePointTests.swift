import Forecasting
import Testing

@Suite struct ChangePointTests {
  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Coal-mining disasters changed about 1891`() throws {
    let fixture = try Fixture("coal_mining_disasters")
    let counts = fixture.data["yearly_counts_1851_1962"].numbers.map { Int($0) }
    let expected = fixture.expected["changepoint"]
    let change = try PoissonChangePoint(counts)
    #expect(change.mode + 1850 == 1891)
    #expect(change.median + 1850 == 1890)
    #expect(change.interval.lowerBound + 1850 == 1886)
    #expect(change.interval.upperBound + 1850 == 1896)
    let mass = change.posterior[change.mode - 1]
    #expect(agree(mass, expected["posterior_at_map"].number, within: 1e-6))
    #expect(agree(change.rateBefore, expected["rate_before"].number, within: 1e-6))
    #expect(agree(change.rateAfter, expected["rate_after"].number, within: 1e-6))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `The Nile's flow broke in 1898`() throws {
    let fixture = try Fixture("nile_breakpoints")
    let nile = fixture.data["nile"].numbers
    let expected = fixture.expected["computed"]
    let partitions = MeanShifts.partitions(nile, mostBreaks: 5, minimumSize: 15)
    let best = try #require(partitions.min { $0.bic < $1.bic })
    #expect(best.breaks == [28])
    #expect(try MeanShifts.interval(nile, breakAfter: 28) == 25...32)
    #expect(partitions[3].breaks.count == 3)
    for partition in partitions {
      let breaks = "\(partition.breaks.count)"
      #expect(partition.rss.rounded() == expected["rss"][breaks].number)
      #expect(partition.bic.rounded() == expected["bic"][breaks].number)
    }
    let penalty = expected["pelt_l2"]["penalty"].number
    #expect(MeanShifts.pelt(nile, penalty: penalty) == [28, 100])
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Run lengths agree with all segmentations by brute force`() throws {
    let fixture = try Fixture("bocpd_normal_gamma")
    let node = fixture.data["prior"]
    let prior = RunLengths.Prior(
      mean: node["m0"].number, weight: node["k0"].number, shape: node["a0"].number,
      rate: node["b0"].number)
    let lengths = RunLengths(
      fixture.data["y"].numbers, hazard: fixture.data["hazard"].number, prior: prior)
    let expected = fixture.expected["run_length_posterior_all"].items
    #expect(lengths.posterior.count == expected.count)
    for (actual, wanted) in zip(lengths.posterior, expected) {
      #expect(agree(actual, wanted.numbers, within: 1e-9))
    }
    #expect(agree(lengths.logEvidence, fixture.expected["log_evidence"].number, within: 1e-9))
  }

  @Test func `A step in a flat series is found`() {
    let series = Array(repeating: 1.0, count: 20) + Array(repeating: 5.0, count: 20)
    #expect(MeanShifts.pelt(series, penalty: 3) == [20, 40])
    #expect(MeanShifts.pelt([], penalty: 3).isEmpty)
  }
}

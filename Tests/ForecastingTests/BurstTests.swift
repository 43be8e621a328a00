import Forecasting
import Testing

@Suite struct BurstTests {
  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Gap bursts follow Kleinberg's automaton exactly`() throws {
    let fixture = try Fixture("kleinberg_bursts")
    let offsets = fixture.data["offsets"].numbers
    for (key, gamma) in [("gamma=1", 1.0), ("gamma=0.1", 0.1)] {
      let expected = fixture.expected["example"][key]
      try expect(GapBursts(times: offsets, gamma: gamma), expected)
    }
    let records = fixture.data["offsets_nanogpt_days_since_2024_05_27"].numbers
    try expect(GapBursts(times: records), fixture.expected["nanogpt"])
  }

  private func expect(_ actual: GapBursts, _ expected: JSONNode) throws {
    #expect(actual.states.map(Double.init) == expected["states"].numbers)
    #expect(agree(actual.cost, expected["cost"].number, within: 1e-9))
    #expect(Double(actual.levels) == expected["levels"].number)
    let rows = actual.bursts.map { [Double($0.level), $0.start, $0.end] }
    #expect(rows == expected["bursts"].items.map(\.numbers))
  }

  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Batched bursts of terms follow the exact path`() throws {
    let fixture = try Fixture("kleinberg_batched_terms")
    let months = fixture.data["months"].items.map(\.text)
    let totals = fixture.data["totals"].numbers.map { Int($0) }
    for (term, node) in fixture.data["terms"].fields {
      let expected = fixture.expected[term]
      let bursts = try BatchedBursts(
        relevant: node["counts"].numbers.map { Int($0) }, total: totals)
      #expect(bursts.states.map(Double.init) == expected["states"].numbers, "\(term)")
      #expect(agree(bursts.cost, expected["cost"].number, within: 1e-9))
      #expect(agree(bursts.baseRate, expected["p0"].number, within: 1e-12))
      #expect(bursts.bursts.count == expected["bursts"].items.count)
      for (burst, row) in zip(bursts.bursts, expected["bursts"].items) {
        #expect(months[burst.batches.lowerBound] == row["start"].text)
        #expect(months[burst.batches.upperBound] == row["end"].text)
        #expect(agree(burst.weight, row["weight"].number, within: 1e-9))
      }
    }
  }
}

import Forecasting
import Testing

@Suite struct BurstTests {

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

import CBoostMath

/// Kleinberg's bursts of batched counts (2003, §4): of `total` documents in a batch `relevant` match,
/// binomially, at the base rate p₀ or in a burst at s·p₀; exact Viterbi path of the two states.
package struct BatchedBursts: Sendable, Equatable {
  package struct Burst: Sendable, Equatable {
    /// First and last batch, counted from 0.
    package let batches: ClosedRange<Int>
    /// What the burst saves over the base state; ranks bursts.
    package let weight: Double
  }

  package let baseRate: Double
  package let burstRate: Double
  /// 0 or 1 for each batch.
  package let states: [Int]
  package let cost: Double
  package let bursts: [Burst]

  /// - Parameters:
  ///   - rateFactor: s > 1.
  ///   - gamma: the price of entering a burst, γ·ln n, n the number of batches.
  /// - Throws: `.noDurations` without a match, `.badCounts` for counts that make no sense.
  package init(
    relevant: [Int], total: [Int], rateFactor s: Double = 2, gamma: Double = 1
  ) throws(FigureRefusal) {
    guard relevant.count == total.count, zip(relevant, total).allSatisfy({ 0 <= $0 && $0 <= $1 })
    else { throw .badCounts }
    let matches = relevant.reduce(0, +)
    guard matches > 0 else { throw .noDurations }
    let base = Double(matches) / Double(total.reduce(0, +))
    let rates = [base, min(s * base, 1 - 1e-12)]
    func cost(_ batch: Int, _ state: Int) -> Double {
      let r = Double(relevant[batch])
      let d = Double(total[batch])
      let ways = annals_lgamma(d + 1) - annals_lgamma(r + 1) - annals_lgamma(d - r + 1)
      return -(ways + r * log(rates[state]) + (d - r) * log(max(1 - rates[state], 1e-300)))
    }
    let price = gamma * log(Double(relevant.count))
    let path = Viterbi(
      steps: relevant.count, states: 2, cost: cost, transition: { $1 > $0 ? price : 0 })
    baseRate = rates[0]
    burstRate = rates[1]
    states = path.states
    self.cost = path.cost
    bursts = Self.runs(path.states).map { run in
      Burst(batches: run, weight: run.reduce(0) { $0 + cost($1, 0) - cost($1, 1) })
    }
  }

  private static func runs(_ states: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for (i, state) in states.enumerated() where state == 1 {
      if let last = runs.last, last.upperBound == i - 1 {
        runs[runs.count - 1] = last.lowerBound...i
      } else {
        runs.append(i...i)
      }
    }
    return runs
  }
}

/// Kleinberg's bursts of a stream of events by their gaps (Kleinberg 2003, "Bursty and
/// Hierarchical Structure in Streams", §2), with the exact Viterbi path of the automaton.
package struct GapBursts: Sendable, Equatable {
  package struct Burst: Sendable, Equatable {
    /// 0 for the whole stream; each level up is `rateFactor` times as fast.
    package let level: Int
    package let start: Double
    package let end: Double
  }

  /// The state in which each gap is.
  package let states: [Int]
  package let cost: Double
  /// How many states the automaton had.
  package let levels: Int
  /// Nested bursts, outer before inner, in order of their start.
  package let bursts: [Burst]

  /// - Parameters:
  ///   - times: increasing times of the events.
  ///   - rateFactor: s, the ratio of the rates of neighbouring states.
  ///   - gamma: the price of a step up, γ·ln n each level, n the number of gaps.
  /// - Throws: `.tooFew` below two events, `.notPositive` for a gap that is not.
  package init(times: [Double], rateFactor s: Double = 2, gamma: Double = 1) throws(Refusal) {
    guard times.count >= 2 else { throw .tooFew(count: times.count, needed: 2) }
    let gaps = zip(times.dropFirst(), times).map { $0 - $1 }
    if let bad = gaps.firstIndex(where: { !($0 > 0 && $0.isFinite) }) {
      throw .notPositive(position: bad + 1, value: gaps[bad])
    }
    let total = times.last! - times[0]
    let n = Double(gaps.count)
    let depth = (1 + log(total) / log(s) - log(gaps.min()!) / log(s)).rounded(.up)
    levels = max(1, Int(depth))
    let rates = (0..<levels).map { pow(s, Double($0)) * n / total }
    let path = Viterbi(
      steps: gaps.count, states: levels,
      cost: { rates[$1] * gaps[$0] - log(rates[$1]) },
      transition: { $1 > $0 ? Double($1 - $0) * gamma * log(n) : 0 })
    states = path.states
    cost = path.cost
    bursts = Self.nested(path.states, times)
  }

  private static func nested(_ states: [Int], _ times: [Double]) -> [Burst] {
    var open: [(level: Int, start: Int)] = [(0, 0)]
    var closed: [(level: Int, start: Int, end: Int)] = []
    for (i, state) in (states + [-1]).enumerated() {
      while let top = open.last, top.level > state {
        closed.append((top.level, top.start, i))
        open.removeLast()
      }
      while let top = open.last, top.level < state { open.append((top.level + 1, i)) }
    }
    return closed.sorted { ($0.start, $0.level) < ($1.start, $1.level) }
      .map { Burst(level: $0.level, start: times[$0.start], end: times[$0.end]) }
  }
}

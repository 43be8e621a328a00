/// The cheapest path of states through time, starting from state 0 before the first step
/// (Viterbi 1967). Of equally cheap states the lowest is taken.
struct Viterbi {
  let states: [Int]
  let cost: Double

  /// - Parameters:
  ///   - cost: of being in a state (second) at a step (first).
  ///   - transition: of going from a state to another.
  init(
    steps: Int, states count: Int, cost: (Int, Int) -> Double,
    transition: (Int, Int) -> Double
  ) {
    var best = (0..<count).map { $0 == 0 ? 0 : Double.infinity }
    var cameFrom: [[Int]] = []
    for step in 0..<steps {
      var next = [Double](repeating: .infinity, count: count)
      var from = [Int](repeating: 0, count: count)
      for state in 0..<count {
        for previous in 0..<count {
          let total = best[previous] + transition(previous, state)
          if total < next[state] { (next[state], from[state]) = (total, previous) }
        }
        next[state] += cost(step, state)
      }
      best = next
      cameFrom.append(from)
    }
    var state = best.indices.min { best[$0] < best[$1] } ?? 0
    self.cost = best[state]
    var path: [Int] = []
    for from in cameFrom.reversed() {
      path.append(state)
      state = from[state]
    }
    states = path.reversed()
  }
}

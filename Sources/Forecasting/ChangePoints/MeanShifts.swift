/// Shifts of the mean of a series: segments with their own means, by squared error.
package enum MeanShifts {
  /// The segments' ends (the last is the series' length) that minimise Σ squared error +
  /// `penalty` a change, exactly and in linear time on most series (PELT: Killick, Fearnhead and
  /// Eckley 2012).
  package static func pelt(_ y: [Double], penalty: Double, minimumSize: Int = 2) -> [Int] {
    let error = SquaredError(y)
    var best = [Double](repeating: .infinity, count: y.count + 1)
    var previous = [Int](repeating: 0, count: y.count + 1)
    var candidates = [0]
    best[0] = -penalty
    for end in stride(from: minimumSize, through: y.count, by: 1) {
      for start in candidates where end - start >= minimumSize {
        let cost = best[start] + error.of(start..<end) + penalty
        if cost < best[end] { (best[end], previous[end]) = (cost, start) }
      }
      candidates = candidates.filter {
        end - $0 < minimumSize || best[$0] + error.of($0..<end) <= best[end]
      }
      candidates.append(end)
    }
    var ends: [Int] = []
    var end = y.count
    while end > 0 {
      ends.append(end)
      end = previous[end]
    }
    return ends.reversed()
  }

  /// The best segmentation with a given number of breaks.
  package struct Partition: Sendable, Equatable {
    /// The last index (counted from 1) before each break.
    package let breaks: [Int]
    package let rss: Double
    /// n(ln RSS + 1 − ln n + ln 2π) + (2·breaks + 2)·ln n.
    package let bic: Double
  }

  /// The best partitions with 0 … `mostBreaks` breaks and segments of at least `minimumSize`
  /// (Bai and Perron 2003); the one with the least BIC is the choice.
  package static func partitions(
    _ y: [Double], mostBreaks: Int, minimumSize: Int
  ) -> [Partition] {
    let error = SquaredError(y)
    let n = y.count
    guard n >= minimumSize, minimumSize >= 1 else { return [] }
    var best = (0...n).map { $0 >= minimumSize ? error.of(0..<$0) : .infinity }
    var choices: [[Int]] = []
    var partitions = [partition([], rss: best[n], count: n)]
    for breaks in stride(from: 1, through: mostBreaks, by: 1) {
      var next = [Double](repeating: .infinity, count: n + 1)
      var choice = [Int](repeating: 0, count: n + 1)
      for end in stride(from: (breaks + 1) * minimumSize, through: n, by: 1) {
        for start in stride(from: breaks * minimumSize, through: end - minimumSize, by: 1) {
          let cost = best[start] + error.of(start..<end)
          if cost < next[end] { (next[end], choice[end]) = (cost, start) }
        }
      }
      guard next[n].isFinite else { break }
      choices.append(choice)
      best = next
      var end = n
      var ends: [Int] = []
      for choice in choices.reversed() {
        end = choice[end]
        ends.append(end)
      }
      partitions.append(partition(ends.reversed(), rss: best[n], count: n))
    }
    return partitions
  }

  private static func partition(_ breaks: [Int], rss: Double, count: Int) -> Partition {
    let n = Double(count)
    let fit = n * (log(max(rss, .leastNormalMagnitude)) + 1 - log(n) + log(2 * .pi))
    return Partition(breaks: breaks, rss: rss, bic: fit + Double(2 * breaks.count + 2) * log(n))
  }
}

extension MeanShifts {
  /// The confidence interval of a single break, as the last index (counted from 1) before it, when
  /// both segments have noise of their own (Bai 1997, Review of Economics and Statistics 79).
  /// - Parameter last: the break's last index, 2 ≤ last ≤ n − 2.
  /// - Throws: `.tooFew` for shorter segments, `.zeroResidual` when one has no noise or no shift.
  package static func interval(
    _ y: [Double], breakAfter last: Int, level: Double = 0.95
  ) throws(FigureRefusal) -> ClosedRange<Int> {
    guard last >= 2, y.count - last >= 2 else { throw .tooFew(count: last, needed: 2) }
    let before = moments(y[..<last])
    let after = moments(y[last...])
    let shift = after.mean - before.mean
    guard before.variance > 0, after.variance > 0, shift != 0 else { throw .zeroResidual }
    let scale = before.variance / (shift * shift)
    let law = BreakLaw(ratio: after.variance / before.variance)
    let tail = (1 - level) / 2
    let below = last - Int((law.quantile(1 - tail) * scale).rounded(.up))
    let above = last - Int((law.quantile(tail) * scale).rounded(.down))
    return max(below, 1)...min(above, y.count - 1)
  }

  private static func moments(_ y: ArraySlice<Double>) -> (mean: Double, variance: Double) {
    let n = Double(y.count)
    let mean = y.reduce(0, +) / n
    return (mean, y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n)
  }
}

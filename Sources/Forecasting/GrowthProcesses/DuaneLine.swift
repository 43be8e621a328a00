/// Duane's growth line (1964): the cumulative mean time between events, Tₖ/k = b·Tₖ^α, by least
/// squares on logs.
package struct DuaneLine: Sendable, Equatable {
  package let alpha: Double
  package let b: Double

  /// - Throws: `.tooFew` below two distinct times.
  package init(_ events: EventTimes) throws(Refusal) {
    let logs = events.times.map(log)
    let means = logs.enumerated().map { $1 - log(Double($0 + 1)) }
    guard let line = LeastSquares(x: logs, y: means) else {
      throw .tooFew(count: events.times.count, needed: 2)
    }
    alpha = line.slope
    b = exp(line.intercept)
  }

  package func cumulativeMean(at time: Double) -> Double { b * pow(time, alpha) }
  package func instantaneousMean(at time: Double) -> Double {
    cumulativeMean(at: time) / (1 - alpha)
  }
}

/// Duane's growth line (1964): the cumulative mean time between events, Tₖ/k = b·Tₖ^α, by least
/// squares on logs.
public struct DuaneLine: Sendable, Equatable {
  public let alpha: Double
  public let b: Double

  /// - Throws: `.tooFew` below two distinct times.
  public init(_ events: EventTimes) throws(Refusal) {
    let logs = events.times.map(log)
    let means = logs.enumerated().map { $1 - log(Double($0 + 1)) }
    guard let line = LeastSquares(x: logs, y: means) else {
      throw .tooFew(count: events.times.count, needed: 2)
    }
    alpha = line.slope
    b = exp(line.intercept)
  }

  public func cumulativeMean(at time: Double) -> Double { b * pow(time, alpha) }
  public func instantaneousMean(at time: Double) -> Double {
    cumulativeMean(at: time) / (1 - alpha)
  }
}

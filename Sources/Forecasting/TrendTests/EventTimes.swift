/// The times of events observed from a known origin (time 0) on.
package struct EventTimes: Sendable, Equatable {
  /// How the observation ended; the last event of a failure-truncated one says nothing by itself.
  package enum Truncation: Sendable, Equatable {
    /// At a time fixed beforehand.
    case time(Double)
    /// With the last event.
    case failure
  }

  /// Increasing times after the origin, in any unit.
  package let times: [Double]
  package let truncation: Truncation

  /// - Throws: `.noDurations`, `.notPositive` for a time that is not after its predecessor's or
  ///   lies beyond the end of observation.
  package init(_ times: [Double], truncation: Truncation = .failure) throws(FigureRefusal) {
    guard let last = times.last else { throw .noDurations }
    for (i, time) in times.enumerated() {
      guard time > 0, time.isFinite, i == 0 || time >= times[i - 1] else {
        throw .notPositive(position: i + 1, value: time)
      }
    }
    if case .time(let end) = truncation, !(end >= last && end.isFinite) {
      throw .notPositive(position: times.count, value: last)
    }
    self.init(unchecked: times, truncation: truncation)
  }

  init(unchecked times: [Double], truncation: Truncation) {
    self.times = times
    self.truncation = truncation
  }

  /// Events at the ends of successive durations from time 0, the longest duration as the unit.
  package init(durations: [Double]) throws(FigureRefusal) {
    let unit = durations.max() ?? 1
    var sum = 0.0
    try self.init(
      durations.map {
        sum += $0 / unit
        return sum
      })
  }

  /// The end of observation, T.
  package var end: Double {
    if case .time(let end) = truncation { end } else { times[times.count - 1] }
  }

  /// The events that are uniform on (0, T) without a trend: all, or all but the last.
  var interior: ArraySlice<Double> {
    truncation == .failure ? times.dropLast() : times[...]
  }

  /// The gaps between events, the first from the origin.
  package var gaps: [Double] { zip(times, [0] + times).map { $0 - $1 } }
}

/// The durations that exact geometric laws through the rounding boxes give the next phase.
///
/// Rounded lengths such as 40, 20, 10, 5 can lie exactly on a law, and then say nothing about
/// noise; what remains is how far a law may turn inside the boxes. On the log scale this is a
/// linear programme in two variables: the line α + βk must pass through [ln low_k, ln high_k].
package struct RoundingEnvelope: Sendable, Equatable {
  /// The lengths that round to each stated one.
  package let boxes: [ClosedRange<Double>]
  /// Shortest and longest duration of the phase ahead.
  package let range: ClosedRange<Double>

  /// - Throws: `.noRounding`, `.boxReachesZero`, `.noLawThroughBoxes`, `.tooFew` below two.
  package init(_ durations: [PhaseLength], ahead: Int = 1) throws(FigureRefusal) {
    guard durations.count >= 2 else { throw .tooFew(count: durations.count, needed: 2) }
    guard durations.contains(where: { $0.roundedTo != nil }) else { throw .noRounding }
    boxes = durations.map(\.box)
    if let zero = boxes.firstIndex(where: { $0.lowerBound <= 0 }) {
      throw .boxReachesZero(position: zero + 1)
    }
    let low = boxes.map { log($0.lowerBound) }
    let high = boxes.map { log($0.upperBound) }
    let steepest = Self.largestSlope(low: low, high: high)
    let flattest = -Self.largestSlope(low: high.map { -$0 }, high: low.map { -$0 })
    guard flattest <= steepest + 1e-12 else { throw .noLawThroughBoxes }
    let at = Double(durations.count - 1 + ahead)
    let top = high.enumerated().map { $1 + steepest * (at - Double($0)) }.min()!
    let bottom = low.enumerated().map { $1 + flattest * (at - Double($0)) }.max()!
    range = boundedExp(min(bottom, top))...boundedExp(max(bottom, top))
  }

  /// The largest β of a line through the boxes, min over i < j of (high_j − low_i)/(j − i), by
  /// Dinkelbach's iteration: each pass is linear and ends at the binding pair.
  private static func largestSlope(low: [Double], high: [Double]) -> Double {
    var slope = high[1] - low[0]
    while true {
      var start = 0
      var worst = (gap: -1e-13, slope: slope)
      for j in 1..<low.count {
        if low[j - 1] - slope * Double(j - 1) > low[start] - slope * Double(start) { start = j - 1 }
        let run = Double(j - start)
        let gap = high[j] - low[start] - slope * run
        if gap < worst.gap { worst = (gap, (high[j] - low[start]) / run) }
      }
      if worst.slope >= slope { return slope }
      slope = worst.slope
    }
  }
}

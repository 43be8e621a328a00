/// The rhythm of a sequence of releases.
package struct ReleaseCadence: Sendable, Equatable {
  /// Days between releases, oldest first; releases of one day count once.
  package let gaps: [Double]
  package let medianGap: Double
  /// The middle half of the gaps.
  package let quartiles: ClosedRange<Double>
  package let perYear: Double
  /// Days from the last release to the as-of day.
  package let sinceLast: Double
  /// The share of past gaps that were shorter than the running one.
  package let shorterGaps: Double
  /// Whether the gaps show a trend.
  package let mann: Result<MannTest, FigureRefusal>

  /// - Parameters:
  ///   - days: day numbers of the releases, in any order.
  ///   - asOf: the day number of "today"; later releases are ignored.
  /// - Throws: `.tooFew` below two releases on different days.
  package init(days: [Double], asOf: Double) throws(FigureRefusal) {
    let past = Set(days.filter { $0 <= asOf }).sorted()
    guard past.count >= 2 else { throw .tooFew(count: past.count, needed: 2) }
    let gaps = zip(past.dropFirst(), past).map { $0 - $1 }
    let sorted = gaps.sorted()
    self.gaps = gaps
    medianGap = Self.quantile(sorted, 0.5)
    quartiles = Self.quantile(sorted, 0.25)...Self.quantile(sorted, 0.75)
    perYear = GrowthTrend.daysPerYear * Double(gaps.count) / (past.last! - past[0])
    let since = asOf - past.last!
    sinceLast = since
    shorterGaps = Double(gaps.count { $0 < since }) / Double(gaps.count)
    mann = outcome { () throws(FigureRefusal) in try MannTest(gaps) }
  }

  /// Linear interpolation between order statistics (Hyndman and Fan's type 7).
  private static func quantile(_ sorted: [Double], _ p: Double) -> Double {
    let at = p * Double(sorted.count - 1)
    let below = Int(at)
    guard below + 1 < sorted.count else { return sorted[below] }
    return sorted[below] + (at - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}

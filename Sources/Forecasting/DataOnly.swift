/// The forecast that uses nothing but the sequence: the exact Student-t prediction interval of a
/// geometric process by least squares.
package struct DataOnly: Sendable, Equatable {
  package let ratio: Double
  /// 95 % confidence interval of the ratio.
  package let ratioInterval: ClosedRange<Double>
  package let law: DurationLaw
  package let median: Double
  package let intervals: Intervals

  init(logs: [Double], ahead: Int) throws(FigureRefusal) {
    guard logs.count >= 3 else { throw .tooFew(count: logs.count, needed: 3) }
    let fit = try LogLinearFit(logs: logs)
    ratio = fit.ratio
    ratioInterval = try fit.ratioInterval(level: 0.95)
    law = try fit.law(ahead: ahead)
    median = law.median
    intervals = law.intervals
  }
}

/// The Anderson–Darling test that the event times are uniform on (0, T), which finds trends that
/// are not monotone too (Kvaløy and Lindqvist 1998).
package struct AndersonDarlingTest: Sendable, Equatable {
  /// A².
  package let statistic: Double
  /// From A²'s limit distribution (Marsaglia and Marsaglia 2004, adinf).
  package let p: Double

  /// - Throws: `.tooFew` without an event inside the interval, `.beyondNumbers` when one lies on
  ///   its end.
  package init(_ events: EventTimes) throws(FigureRefusal) {
    let u = events.interior.map { $0 / events.end }
    guard !u.isEmpty else { throw .tooFew(count: events.times.count, needed: 2) }
    let n = Double(u.count)
    var sum = 0.0
    for (i, x) in u.enumerated() {
      sum += Double(2 * i + 1) * (log(x) + log(1 - u[u.count - 1 - i]))
    }
    statistic = -n - sum / n
    guard statistic.isFinite else { throw .beyondNumbers }
    p = min(max(1 - Self.limit(statistic), 0), 1)
  }

  private static func limit(_ z: Double) -> Double {
    if z < 2 {
      let c = [2.00012, 0.247105, -0.0649821, 0.0347962, -0.011672, 0.00168691]
      return exp(-1.2337141 / z) / z.squareRoot() * polynomial(c, z)
    }
    let c = [1.0776, -2.30695, 0.43424, -0.082433, 0.008056, -0.0003146]
    return exp(-exp(polynomial(c, z)))
  }

  private static func polynomial(_ c: [Double], _ z: Double) -> Double {
    c.reversed().reduce(0) { $0 * z + $1 }
  }
}

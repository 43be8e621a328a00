/// How often what was said to have a chance came true, by the chance stated.
struct Reliability {
  /// Ten bins of equal width: how many chances, their sum, and how many came true.
  private(set) var bins = [(count: Int, stated: Double, true: Int)](
    repeating: (0, 0, 0), count: 10)

  mutating func add(_ chance: Double, isSo: Bool) {
    let bin = min(9, Int(chance * 10))
    bins[bin].count += 1
    bins[bin].stated += chance
    bins[bin].true += isSo ? 1 : 0
  }

  static func += (sum: inout Reliability, more: Reliability) {
    for bin in sum.bins.indices {
      sum.bins[bin].count += more.bins[bin].count
      sum.bins[bin].stated += more.bins[bin].stated
      sum.bins[bin].true += more.bins[bin].true
    }
  }

  /// The expected calibration error (Naeini et al. 2015): the mean distance of the stated chance from
  /// the share that came true, over the bins by their size.
  var error: Double {
    let count = bins.reduce(0) { $0 + $1.count }
    let off = bins.reduce(0.0) { $0 + abs($1.stated - Double($1.true)) }
    return count == 0 ? 0 : off / Double(count)
  }

  /// `0.76 stated, 0.73 came true, of 120`, a line for each bin that holds something.
  var table: String {
    bins.filter { $0.count > 0 }.map { bin in
      let (stated, so) = (bin.stated / Double(bin.count), Double(bin.true) / Double(bin.count))
      return "    \(rounded(stated)) stated, \(rounded(so)) came true, of \(bin.count)"
    }.joined(separator: "\n")
  }
}

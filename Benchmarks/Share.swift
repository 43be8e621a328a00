/// How many of some cases are so.
struct Share: CustomStringConvertible {
  private(set) var part = 0
  private(set) var whole = 0

  mutating func add(_ isSo: Bool) {
    part += isSo ? 1 : 0
    whole += 1
  }

  static func += (sum: inout Share, more: Share) {
    sum.part += more.part
    sum.whole += more.whole
  }

  var value: Double { whole == 0 ? 0 : Double(part) / Double(whole) }

  var description: String { "\(rounded(value)) (\(part) of \(whole))" }
}

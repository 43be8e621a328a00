/// How many of some cases are so.
struct Share: CustomStringConvertible {
  private(set) var part = 0
  private(set) var whole = 0

  mutating func add(_ isSo: Bool) {
    part += isSo ? 1 : 0
    whole += 1
  }

  var description: String {
    "\(rounded(whole == 0 ? 0 : Double(part) / Double(whole))) (\(part) of \(whole))"
  }
}

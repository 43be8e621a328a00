/// Right, wrong and missed answers, and the rates that follow from them.
package struct Tally: Hashable, Sendable {
  package private(set) var right = 0
  package private(set) var wrong = 0
  package private(set) var missed = 0

  package init() {}

  package var precision: Double { rate(right, of: right + wrong) }
  package var recall: Double { rate(right, of: right + missed) }
  package var f1: Double { rate(2 * right, of: 2 * right + wrong + missed) }

  mutating func add<Answer: Hashable>(_ given: Set<Answer>, expected: Set<Answer>) {
    right += given.intersection(expected).count
    wrong += given.subtracting(expected).count
    missed += expected.subtracting(given).count
  }

  static func + (one: Tally, other: Tally) -> Tally {
    var sum = one
    sum.right += other.right
    sum.wrong += other.wrong
    sum.missed += other.missed
    return sum
  }

  private func rate(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}

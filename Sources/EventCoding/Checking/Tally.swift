/// Right, wrong and missed answers, and the rates that follow from them.
public struct Tally: Hashable, Sendable {
  public private(set) var right = 0
  public private(set) var wrong = 0
  public private(set) var missed = 0

  public init() {}

  public var precision: Double { rate(right, of: right + wrong) }
  public var recall: Double { rate(right, of: right + missed) }
  public var f1: Double { rate(2 * right, of: 2 * right + wrong + missed) }

  mutating func add<Answer: Hashable>(_ given: Set<Answer>, expected: Set<Answer>) {
    right += given.intersection(expected).count
    wrong += given.subtracting(expected).count
    missed += expected.subtracting(given).count
  }

  private func rate(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}

/// How many answers were given, how many expected, and how many are both.
struct Agreement: CustomStringConvertible {
  var right = 0
  var given = 0
  var expected = 0

  mutating func add<Answer: Hashable>(_ answers: Set<Answer>, _ truth: Set<Answer>) {
    right += answers.intersection(truth).count
    given += answers.count
    expected += truth.count
  }

  static func += (sum: inout Agreement, more: Agreement) {
    sum.right += more.right
    sum.given += more.given
    sum.expected += more.expected
  }

  var precision: Double { given == 0 ? 0 : Double(right) / Double(given) }
  var recall: Double { expected == 0 ? 0 : Double(right) / Double(expected) }
  var f1: Double { given + expected == 0 ? 0 : Double(2 * right) / Double(given + expected) }

  var description: String {
    "F1 \(rounded(f1)) (\(expected - right) of \(expected) missed, \(given - right) wrong)"
  }
}

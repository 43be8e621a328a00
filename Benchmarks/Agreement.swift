/// How many answers were given, how many expected, and how many are both.
struct Agreement: CustomStringConvertible {
  var right = 0
  var given = 0
  var expected = 0

  var f1: Double { given + expected == 0 ? 0 : Double(2 * right) / Double(given + expected) }

  var description: String {
    "F1 \(rounded(f1)) (\(expected - right) of \(expected) missed, \(given - right) wrong)"
  }
}

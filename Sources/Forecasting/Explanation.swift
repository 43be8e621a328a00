/// How one figure of a forecast came about: its formula and the numbers put into it.
package struct Explanation: Sendable, Equatable {
  package let figure: String
  package let formula: String
  /// In the order of the formula.
  package let inputs: [(name: String, value: Double)]
  package let value: Double

  package static func == (one: Explanation, other: Explanation) -> Bool {
    one.figure == other.figure && one.formula == other.formula && one.value == other.value
      && one.inputs.elementsEqual(other.inputs) { $0 == $1 }
  }
}

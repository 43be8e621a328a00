/// How one figure of a forecast came about: its formula and the numbers put into it.
package struct Derivation: Sendable, Equatable {
  package let figure: String
  package let formula: String
  /// In the order of the formula.
  package let inputs: [(name: String, value: Double)]
  package let value: Double

  package static func == (one: Derivation, other: Derivation) -> Bool {
    one.figure == other.figure && one.formula == other.formula && one.value == other.value
      && one.inputs.elementsEqual(other.inputs) { $0 == $1 }
  }
}

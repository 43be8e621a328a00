/// How one figure of a forecast came about: its formula and the numbers put into it.
public struct Explanation: Sendable, Equatable {
  public let figure: String
  public let formula: String
  /// In the order of the formula.
  public let inputs: [(name: String, value: Double)]
  public let value: Double

  public static func == (one: Explanation, other: Explanation) -> Bool {
    one.figure == other.figure && one.formula == other.formula && one.value == other.value
      && one.inputs.elementsEqual(other.inputs) { $0 == $1 }
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A logistic regression over ``JoinEvidence``.
package struct JoinWeights: Sendable {
  /// In the order of the evidence's names.
  let weights: [Double]
  let intercept: Double

  static let bundled = JoinWeights(BundledTable.rows("Models/joins.tsv"))

  package init(weights: [Double], intercept: Double) {
    (self.weights, self.intercept) = (weights, intercept)
  }

  private init(_ rows: [(name: Substring, value: Double)]) {
    let values = Dictionary(
      rows.map { (String($0.name), $0.value) }, uniquingKeysWith: { $1 })
    weights = JoinEvidence.names.map { values[$0] ?? 0 }
    intercept = values["intercept"] ?? 0
  }

  /// The probability that what the evidence is about is one event, 0...1.
  package func probability(_ evidence: JoinEvidence) -> Double {
    let points = zip(weights, evidence.values).reduce(intercept) { $0 + $1.0 * $1.1 }
    return 1 / (1 + exp(-points))
  }
}

/// A logistic regression over ``JoinEvidence``.
package struct JoinWeights: Sendable {
  /// In the order of the evidence's names.
  let weights: [Double]
  let intercept: Double

  /// Of one event: those of `Models/joins.tsv`.
  package static let bundled = JoinWeights(file: "Models/joins.tsv")
  /// Of stages of one story: those of `Models/stories.tsv`.
  package static let stories = JoinWeights(file: "Models/stories.tsv")

  /// A number, a tab and a name on each line; lines that begin with `# ` are remarks.
  private init(file: String) {
    let table = String(decoding: BundledFiles.file(file) ?? [], as: UTF8.self)
    var values: [String: Double] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      if parts.count == 2 { values[String(parts[1])] = Double(parts[0]) }
    }
    weights = JoinEvidence.names.map { values[$0] ?? 0 }
    intercept = values["intercept"] ?? 0
  }

  package init(weights: [Double], intercept: Double) {
    (self.weights, self.intercept) = (weights, intercept)
  }

  /// The probability that what these values of ``JoinEvidence`` are about is one event, 0...1.
  package func probability(_ values: [Double]) -> Double {
    let points = zip(weights, values).reduce(intercept) { $0 + $1.0 * $1.1 }
    return Softmax.logistic(points)
  }
}

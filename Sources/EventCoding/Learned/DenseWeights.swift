/// What a headline's vector adds to each output of a model.
struct DenseWeights: Sendable {
  /// The encoder whose vectors these are for, as ``TextEncoder/name``.
  let encoder: String
  /// The vector that speaks for nothing.
  let mean: [Float]
  /// What one unit of each dimension adds, output by output.
  let weights: [Float]

  /// The log-odds that a vector adds to each output.
  func shares(_ vector: [Float]) -> [Float] {
    let outputs = weights.count / mean.count
    var shares = [Float](repeating: 0, count: outputs)
    for (dimension, value) in vector.enumerated() {
      let off = value - mean[dimension]
      for output in 0..<outputs { shares[output] += off * weights[dimension * outputs + output] }
    }
    return shares
  }
}

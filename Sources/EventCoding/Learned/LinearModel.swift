/// A linear model over hashed features, for several outputs at once: of each bucket of features what
/// it adds to each output, in whole steps of that output.
package struct LinearModel: Sendable {
  /// What the outputs speak for.
  let outputs: [String]
  /// How many bits of a feature's hash tell its bucket.
  let bits: Int
  let bias: [Float]
  /// What one step is worth, for each output.
  let steps: [Float]
  /// The outputs of a bucket one after the other, filled up to whole lanes.
  private let weights: [SIMD8<Int8>]
  private let lanes: Int

  /// - Parameter rows: the steps of all buckets, `outputs.count` each.
  init(
    outputs: [String], bits: Int, bias: [Float], steps: [Float], rows: some Collection<Int8>
  ) {
    self.outputs = outputs
    self.bits = bits
    self.bias = bias
    self.steps = steps
    let lanes = (outputs.count + 7) / 8
    self.lanes = lanes
    var weights = [SIMD8<Int8>](repeating: .zero, count: lanes << bits)
    var (bucket, output) = (0, 0)
    for step in rows {
      weights[bucket * lanes + output / 8][output % 8] = step
      output += 1
      if output == outputs.count { (bucket, output) = (bucket + 1, 0) }
    }
    self.weights = weights
  }

  /// The steps of all buckets, `outputs.count` each.
  var rows: [Int8] {
    (0..<(1 << bits)).flatMap { bucket in
      outputs.indices.map { weights[bucket * lanes + $0 / 8][$0 % 8] }
    }
  }

  /// The log-odds of each output.
  func scores(_ features: Features) -> [Float] {
    var scores = bias
    var sums = [SIMD8<Int32>](repeating: .zero, count: lanes * Features.Kind.allCases.count)
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for feature in features.all {
          let bucket = Int(truncatingIfNeeded: feature.hash >> UInt64(64 - bits)) * lanes
          let sum = Int(feature.kind.rawValue) * lanes
          for lane in 0..<lanes {
            sums[sum + lane] &+= SIMD8<Int32>(truncatingIfNeeded: weights[bucket + lane])
          }
        }
      }
    }
    for kind in Features.Kind.allCases {
      let worth = features.worth(kind)
      for output in outputs.indices {
        let sum = sums[Int(kind.rawValue) * lanes + output / 8][output % 8]
        scores[output] += Float(sum) * worth * steps[output]
      }
    }
    return scores
  }

  /// What one feature adds to an output.
  func share(_ feature: Features.Feature, of features: Features, _ output: Int) -> Float {
    let bucket = Int(truncatingIfNeeded: feature.hash >> UInt64(64 - bits)) * lanes
    return Float(weights[bucket + output / 8][output % 8]) * features.worth(feature.kind)
      * steps[output]
  }
}

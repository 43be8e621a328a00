/// A linear model over hashed features, for several outputs at once: of each bucket of features what
/// it adds to each output, in whole steps of that output.
package struct LinearModel: Sendable {
  /// How many bits of a feature's hash tell its bucket.
  let bits: Int
  /// One for each output.
  let bias: [Float]
  /// What one step is worth, for each output.
  let steps: [Float]
  /// The outputs of a bucket one after the other, filled up to whole lanes.
  private let weights: [SIMD8<Int8>]
  private let lanes: Int

  private var outputs: Range<Int> { bias.indices }

  /// - Parameter rows: the steps of all buckets, a signed byte for each output.
  init(bits: Int, bias: [Float], steps: [Float], rows: ArraySlice<UInt8>) {
    self.bits = bits
    self.bias = bias
    self.steps = steps
    let lanes = (bias.count + 7) / 8
    self.lanes = lanes
    var weights = [SIMD8<Int8>](repeating: .zero, count: lanes << bits)
    weights.withUnsafeMutableBytes { places in
      rows.withUnsafeBytes { rows in
        for bucket in 0..<1 << bits {
          let row = rows[(bucket * bias.count)...].prefix(bias.count)
          let place = places[(bucket * 8 * lanes)...].prefix(bias.count)
          UnsafeMutableRawBufferPointer(rebasing: place).copyMemory(from: .init(rebasing: row))
        }
      }
    }
    self.weights = weights
  }

  /// The steps of all buckets, one for each output.
  var rows: [Int8] {
    (0..<(1 << bits)).flatMap { bucket in
      outputs.map { weights[bucket * lanes + $0 / 8][$0 % 8] }
    }
  }

  /// The log-odds of each output.
  func scores(_ features: Features) -> [Float] {
    var scores = bias
    var sums = [SIMD8<Int32>](repeating: .zero, count: lanes * Features.Kind.allCases.count)
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for feature in features.all {
          let bucket = feature.bucket(bits) * lanes
          let sum = Int(feature.kind.rawValue) * lanes
          for lane in 0..<lanes {
            sums[sum + lane] &+= SIMD8<Int32>(truncatingIfNeeded: weights[bucket + lane])
          }
        }
      }
    }
    for kind in Features.Kind.allCases {
      let worth = features.worth(kind)
      for output in outputs {
        let sum = sums[Int(kind.rawValue) * lanes + output / 8][output % 8]
        scores[output] += Float(sum) * worth * steps[output]
      }
    }
    return scores
  }

  /// What one feature adds to an output.
  func share(_ feature: Features.Feature, of features: Features, _ output: Int) -> Float {
    let bucket = feature.bucket(bits) * lanes
    return Float(weights[bucket + output / 8][output % 8]) * features.worth(feature.kind)
      * steps[output]
  }
}

/// Fits multinomial logistic regressions with an L2 penalty over the same features: in each group of
/// outputs one is right, where the item's targets say so at all.
struct LinearTraining {
  let rows: FeatureRows
  /// One after the other.
  let groups: [Range<Int>]
  /// For each item and output, how far the output is right; all zero in a group that does not apply.
  let targets: [[Float]]
  /// For each item, the log-odds of all outputs to which the fit adds; none where it begins from nothing.
  var offsets: [[Float]] = []
  /// How strongly the biases are drawn towards 0, where the other weights are by 1.
  var biasPenalty: Float = 0

  private var outputs: Range<Int> { 0..<groups.last!.upperBound }
  private var lanes: Int { (outputs.count + 7) / 8 }

  /// Fits some of the items: the model of the buckets, and the weights of the vector, dimension by
  /// dimension.
  func fit(_ places: [Int]) -> (buckets: LinearModel, vector: [Float]) {
    let count = rows.width + 1
    let start = [SIMD8<Float>](repeating: .zero, count: count * lanes)
    let weights = LimitedMemoryBFGS(iterations: 40).minimum(from: start) {
      loss($0, &$1, places)
    }
    let vector = rows.vectorPlaces.flatMap { row in
      outputs.map { weight(weights, row, $0) }
    }
    return (model(weights), vector)
  }

  private func weight(_ weights: [SIMD8<Float>], _ row: Int, _ output: Int) -> Float {
    weights[row * lanes + output / 8][output % 8]
  }

  /// The loss over some items, and its gradient.
  private func loss(
    _ weights: [SIMD8<Float>], _ gradient: inout [SIMD8<Float>], _ places: [Int]
  ) -> Double {
    var loss = 0.0
    let lanes = lanes
    let bias = weights.count - lanes
    for place in gradient.indices {
      let penalty = place < bias ? 1 : biasPenalty
      gradient[place] = weights[place] * penalty
      loss += Double((weights[place] * weights[place]).sum() * penalty / 2)
    }
    var scores = [SIMD8<Float>](repeating: .zero, count: lanes)
    weights.withUnsafeBufferPointer { weights in
      gradient.withUnsafeMutableBufferPointer { gradient in
        for place in places {
          for lane in 0..<lanes { scores[lane] = weights[bias + lane] }
          if !offsets.isEmpty {
            for output in outputs { scores[output / 8][output % 8] += offsets[place][output] }
          }
          forEach(place) { row, value in
            for lane in 0..<lanes { scores[lane] += weights[row * lanes + lane] * value }
          }
          loss += errors(&scores, targets[place])
          for lane in 0..<lanes { gradient[bias + lane] += scores[lane] }
          forEach(place) { row, value in
            for lane in 0..<lanes { gradient[row * lanes + lane] += scores[lane] * value }
          }
        }
      }
    }
    return loss
  }

  /// Calls for each feature of an item with its row of weights and its value.
  @inline(__always)
  private func forEach(_ place: Int, _ body: (Int, Float) -> Void) {
    rows.buckets.withUnsafeBufferPointer { buckets in
      rows.values.withUnsafeBufferPointer { values in
        for entry in rows.starts[place]..<rows.starts[place + 1] {
          body(Int(buckets[entry]), values[entry])
        }
      }
    }
  }

  /// Turns scores into how far each output's chance is from its target; gives the loss.
  private func errors(_ scores: inout [SIMD8<Float>], _ target: [Float]) -> Double {
    var loss = 0.0
    var errors = [SIMD8<Float>](repeating: .zero, count: lanes)
    for group in groups {
      let mass = group.reduce(Float(0)) { $0 + target[$1] }
      guard mass > 0 else { continue }
      let chances = Softmax.chances(group.map { scores[$0 / 8][$0 % 8] })
      for (chance, output) in zip(chances, group) {
        errors[output / 8][output % 8] = chance * mass - target[output]
        if target[output] > 0 { loss -= Double(target[output]) * Softmax.logarithm(chance) }
      }
    }
    scores = errors
    return loss
  }

  /// The weights in whole steps: the largest of an output makes 127 of them.
  private func model(_ weights: [SIMD8<Float>]) -> LinearModel {
    func weight(_ row: Int, _ output: Int) -> Float { self.weight(weights, row, output) }
    let places = (0..<(1 << rows.bits)).map(rows.place)
    let steps = outputs.map { output in
      max(1e-9, places.reduce(Float(0)) { max($0, $1.map { abs(weight($0, output)) } ?? 0) } / 127)
    }
    return LinearModel(
      bits: rows.bits, bias: outputs.map { weight(rows.width, $0) }, steps: steps,
      rows: places.flatMap { place in
        outputs.map { output in
          place.map {
            UInt8(bitPattern: Int8((weight($0, output) / steps[output]).rounded()))
          } ?? 0
        }
      }[...])
  }
}

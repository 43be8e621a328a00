/// A sketch with the weights of its tokens.
struct WeighedSketch {
  let sketch: EventSketch
  /// The square of each token's weight, in the order of the tokens.
  let squares: [Double]
  let sum: Double

  /// The cosine of the two sets of tokens, each weighted by how rare it is, and how much of the
  /// lighter one the heavier holds.
  func likeness(_ other: WeighedSketch) -> Double {
    let (left, right) = (sketch.tokens, other.sketch.tokens)
    var dot = 0.0
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        dot += squares[i]
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    guard dot > 0 else { return 0 }
    let cosine = dot / (sum * other.sum).squareRoot()
    // A short headline inside a long one says the same in fewer words.
    let containment = dot / min(sum, other.sum)
    return 0.6 * cosine + 0.4 * containment
  }
}

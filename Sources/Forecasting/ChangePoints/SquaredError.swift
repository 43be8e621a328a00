/// Σ(y − ȳ)² of any stretch of a series in constant time, from prefix sums about the mean.
struct SquaredError {
  private var sums = [0.0]
  private var squares = [0.0]

  init(_ y: [Double]) {
    let mean = y.reduce(0, +) / Double(max(y.count, 1))
    for value in y {
      sums.append(sums[sums.count - 1] + value - mean)
      squares.append(squares[squares.count - 1] + (value - mean) * (value - mean))
    }
  }

  func of(_ range: Range<Int>) -> Double {
    let sum = sums[range.upperBound] - sums[range.lowerBound]
    let square = squares[range.upperBound] - squares[range.lowerBound]
    return max(square - sum * sum / Double(max(range.count, 1)), 0)
  }
}

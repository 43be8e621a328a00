import EventCoding

/// A logistic regression with a ridge of 2, fitted by Newton's method: the same from the same rows.
struct LogisticFit {
  struct Row {
    let values: [Double]
    let isTrue: Bool
    let weight: Double
  }

  private static let ridge = 2.0

  /// One for each value, and the intercept, which no ridge holds back.
  private(set) var coefficients: [Double]

  init(_ rows: [Row]) {
    let size = (rows.first?.values.count ?? 0) + 1
    coefficients = Array(repeating: 0, count: size)
    for _ in 0..<25 {
      var gradient = coefficients.map { -LogisticFit.ridge * $0 }
      gradient[size - 1] = 0
      var curvature = (0..<size).map { i in
        (0..<size).map { j in i == j ? (i == size - 1 ? 1e-9 : LogisticFit.ridge) : 0.0 }
      }
      let weights = weights
      for row in rows {
        let values = row.values + [1]
        let probability = weights.probability(row.values)
        let error = row.weight * ((row.isTrue ? 1 : 0) - probability)
        let variance = row.weight * probability * (1 - probability)
        for i in values.indices where values[i] != 0 {
          gradient[i] += error * values[i]
          for j in values.indices { curvature[i][j] += variance * values[i] * values[j] }
        }
      }
      let step = LogisticFit.solve(curvature, gradient)
      for i in step.indices { coefficients[i] += step[i] }
      if step.allSatisfy({ abs($0) < 1e-9 }) { break }
    }
  }

  var weights: JoinWeights {
    JoinWeights(weights: coefficients.dropLast(), intercept: coefficients.last ?? 0)
  }

  /// Gauss–Jordan elimination; the matrix is positive definite.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var (matrix, right) = (matrix, right)
    for i in matrix.indices {
      for j in matrix.indices where j != i {
        let factor = matrix[j][i] / matrix[i][i]
        for k in matrix.indices { matrix[j][k] -= factor * matrix[i][k] }
        right[j] -= factor * right[i]
      }
    }
    return matrix.indices.map { right[$0] / matrix[$0][$0] }
  }
}

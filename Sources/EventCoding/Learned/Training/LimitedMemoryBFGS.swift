/// Finds the least value of a smooth convex function (Nocedal 1980; Nocedal & Wright 2006, algorithm
/// 7.4 with backtracking). The same input gives the same bytes.
struct LimitedMemoryBFGS {
  let iterations: Int
  /// How many steps back the curvature is learned from.
  private let memory = 6

  /// - Parameter function: gives its value and fills in its gradient.
  func minimum(
    from start: [SIMD8<Float>], of function: ([SIMD8<Float>], inout [SIMD8<Float>]) -> Double
  ) -> [SIMD8<Float>] {
    var point = start
    var gradient = [SIMD8<Float>](repeating: .zero, count: start.count)
    var value = function(point, &gradient)
    var history: [(step: [SIMD8<Float>], change: [SIMD8<Float>], curvature: Double)] = []
    for _ in 0..<iterations {
      let direction = direction(gradient, history)
      let slope = dot(direction, gradient)
      guard slope < 0 else { break }
      var length: Float = 1
      if history.isEmpty { length = Float(1 / max(1, dot(gradient, gradient).squareRoot())) }
      var next = point
      var nextGradient = gradient
      var nextValue = value
      repeat {
        next = sum(point, direction, length)
        nextValue = function(next, &nextGradient)
        if nextValue <= value + 1e-4 * Double(length) * slope { break }
        length /= 2
      } while length > 1e-6
      guard nextValue < value else { break }
      let change = sum(nextGradient, gradient, -1)
      let step = sum(next, point, -1)
      let curvature = dot(step, change)
      if curvature > 0 { history.append((step, change, curvature)) }
      if history.count > memory { history.removeFirst() }
      let gain = value - nextValue
      (point, gradient, value) = (next, nextGradient, nextValue)
      if gain < 1e-6 * abs(value) { break }
    }
    return point
  }

  /// The gradient against the curvature that the last steps have shown (two-loop recursion).
  private func direction(
    _ gradient: [SIMD8<Float>],
    _ history: [(step: [SIMD8<Float>], change: [SIMD8<Float>], curvature: Double)]
  ) -> [SIMD8<Float>] {
    var direction = gradient.map { -$0 }
    var shares: [Double] = []
    for (step, change, curvature) in history.reversed() {
      let share = dot(step, direction) / curvature
      shares.append(share)
      direction = sum(direction, change, Float(-share))
    }
    if let last = history.last {
      let scale = Float(last.curvature / dot(last.change, last.change))
      for place in direction.indices { direction[place] *= scale }
    }
    for ((step, change, curvature), share) in zip(history, shares.reversed()) {
      let back = dot(change, direction) / curvature
      direction = sum(direction, step, Float(share - back))
    }
    return direction
  }

  private func dot(_ one: [SIMD8<Float>], _ other: [SIMD8<Float>]) -> Double {
    one.withUnsafeBufferPointer { one in
      other.withUnsafeBufferPointer { other in
        var sum = 0.0
        for place in one.indices { sum += Double((one[place] * other[place]).sum()) }
        return sum
      }
    }
  }

  private func sum(_ one: [SIMD8<Float>], _ other: [SIMD8<Float>], _ factor: Float) -> [SIMD8<
    Float
  >] {
    [SIMD8<Float>](unsafeUninitializedCapacity: one.count) { sum, count in
      one.withUnsafeBufferPointer { one in
        other.withUnsafeBufferPointer { other in
          for place in one.indices { sum[place] = one[place] + factor * other[place] }
        }
      }
      count = one.count
    }
  }
}

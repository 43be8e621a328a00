/// The data of paths.
enum Path {
  static func polygon(_ points: [(x: Double, y: Double)]) -> String { open(points) + "z" }

  static func open(_ points: [(x: Double, y: Double)]) -> String {
    points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(number(point.x)) \(number(point.y))"
    }.joined()
  }

  static func circle(_ x: Double, _ y: Double, radius: Double) -> String {
    let r = number(radius)
    return "M\(number(x - radius)) \(number(y))a\(r) \(r) 0 1 0 \(number(2 * radius)) 0"
      + "a\(r) \(r) 0 1 0 \(number(-2 * radius)) 0z"
  }

  /// A star of five points about the origin.
  static let star: [(Double, Double)] = [
    (0, -6), (1.6, -1.9), (5.7, -1.9), (2.4, 0.8), (3.5, 4.9), (0, 2.4), (-3.5, 4.9), (-2.4, 0.8),
    (-5.7, -1.9), (-1.6, -1.9),
  ]

  private static func number(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}

/// The one-line rival that a forecast must beat: the exponentially weighted mean of ln duration with
/// λ = .7, and a scale shrunk towards .15 with the weight of two phases, as a Student t.
enum WeightedLevel {
  static func law(_ logs: [Double]) -> DurationLaw {
    let (discount, df, variance) = (0.7, 2.0, 0.15)
    let n = Double(logs.count)
    var (sum, squares, level) = (0.0, 0.0, 0.0)
    for y in logs {
      sum = discount * sum + 1
      squares = discount * discount * squares + 1
      level += (y - level) / sum
    }
    var deviation = 0.0
    for y in logs { deviation = discount * deviation + (y - level) * (y - level) }
    let total = df + n - 1
    let noise = (df * variance + deviation / sum * n) / total
    let scale = (noise * (1 + squares / (sum * sum))).squareRoot()
    return DurationLaw(StudentT(mu: level, scale: scale, df: total))
  }
}

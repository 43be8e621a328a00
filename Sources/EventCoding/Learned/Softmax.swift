#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Scores as chances.
enum Softmax {
  /// Chances of which one is right, in the order of their scores.
  static func chances(_ scores: [Float]) -> [Float] {
    let highest = scores.max() ?? 0
    let powers = scores.map { expf($0 - highest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The natural logarithm of a chance, of none that is less than a millionth of a millionth.
  static func logarithm(_ chance: Float) -> Double { Double(logf(max(1e-12, chance))) }

  static func logistic(_ score: Double) -> Double { 1 / (1 + exp(-score)) }

  /// log(1 + exp(x)), wherever x lies.
  static func softplus(_ score: Double) -> Double { max(score, 0) + log1p(exp(-abs(score))) }

  /// The score whose chance is given.
  static func logit(_ chance: Double) -> Double {
    let chance = min(1 - 1e-6, max(1e-6, chance))
    return log(chance / (1 - chance))
  }
}

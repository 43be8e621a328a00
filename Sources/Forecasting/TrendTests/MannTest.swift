import CBoostMath

/// Mann's test of a monotone trend (Mann 1945; Kendall's τ against the order of the phases).
package struct MannTest: Sendable, Equatable {
  /// M, the pairs i < j with X_i < X_j; a tie counts one half.
  package let statistic: Double
  /// The normal approximation's z, (M − n(n−1)/4)/√(n(n−1)(2n+5)/72).
  package let z: Double
  /// Two-sided, from z.
  package let pNormal: Double
  /// Two-sided, from the exact null distribution of M without ties; nil above 100 durations.
  package let pExact: Double?
  /// The smallest two-sided p that n durations can reach, 2/n!.
  package let smallestP: Double

  package var p: Double { pExact ?? pNormal }

  /// - Throws: `.tooFew` below two durations.
  package init(_ durations: [Double]) throws(FigureRefusal) {
    guard durations.count >= 2 else { throw .tooFew(count: durations.count, needed: 2) }
    let n = Double(durations.count)
    var increasing = 0.0
    for j in 1..<durations.count {
      for i in 0..<j where durations[i] <= durations[j] {
        increasing += durations[i] == durations[j] ? 0.5 : 1
      }
    }
    let mean = n * (n - 1) / 4
    statistic = increasing
    z = (increasing - mean) / (n * (n - 1) * (2 * n + 5) / 72).squareRoot()
    pNormal = min(1, 2 * annals_normal_cdf(-z.magnitude))
    smallestP = min(1, 2 * exp(-annals_lgamma(n + 1)))
    pExact = durations.count <= 100 ? Self.exact(increasing, durations.count) : nil
  }

  /// 2·min(P(M ≤ m), P(M ≥ m)), by the recurrence of the number of inversions: the k-th duration
  /// adds 0…k−1 pairs, each with probability 1/k. A half-integer M is taken half a pair outwards.
  private static func exact(_ m: Double, _ n: Int) -> Double {
    var probability = [1.0]
    for k in 2...max(n, 2) {
      var next = [Double](repeating: 0, count: probability.count + k - 1)
      for (pairs, p) in probability.enumerated() {
        for added in 0..<k { next[pairs + added] += p / Double(k) }
      }
      probability = next
    }
    let below = probability[...Int(m)].reduce(0, +)
    let above = probability[min(Int(m.rounded(.up)), probability.count - 1)...].reduce(0, +)
    return min(1, 2 * min(below, above))
  }
}

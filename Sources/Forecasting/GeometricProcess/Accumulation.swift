/// When phases that shorten by a constant ratio would add up to a finite date ("singularity"), and
/// how probable it is that they never do. A figure to print only with its probability and warning.
package struct Accumulation: Sendable, Equatable {
  /// P(the phases do not accumulate): the posterior probability that they do not get shorter.
  package let probabilityOfNever: Double
  /// What remains of all phases after the last completed one by least squares,
  /// e^μ(n+1)/(1 − e^b); nil when phases do not shorten.
  package let plugIn: Double?

  init(fit: LogLinearFit?, probabilityOfNever: Double) {
    self.probabilityOfNever = probabilityOfNever
    plugIn = fit?.remaining
  }

  /// The warning without which no accumulation date is to be printed.
  package var warning: Warning { .accumulation(probabilityOfNever: probabilityOfNever) }

  /// Quantiles of what remains, given the trend model, by simulation of its posterior: a slope and
  /// noise are drawn, then the phases to come; infinite in the share that never accumulates.
  /// Seeded, so the same data give the same numbers.
  /// - Parameter levels: probabilities in increasing order.
  package static func remaining(
    _ posterior: NormalInverseGammaPosterior, levels: [Double], draws: Int = 20_000
  ) -> [Double] {
    guard let precision = posterior.slopePrecision else { return levels.map { _ in .infinity } }
    var generator = SplitMix64(seed: 1988)
    let n = Double(posterior.count)
    let sums = (0..<draws).map { _ -> Double in
      let half = posterior.df / 2
      let variance = posterior.variance * half / generator.gamma(shape: half)
      let level = posterior.meanLog + (variance / n).squareRoot() * generator.normal()
      let slope = posterior.slope + (variance / precision).squareRoot() * generator.normal()
      guard slope < 0 else { return .infinity }
      var sum = 0.0
      var mean = level + slope * (n + 1) / 2
      for _ in 0..<1_000 where mean > level - 60 {
        sum += exp(mean + variance.squareRoot() * generator.normal())
        mean += slope
      }
      return sum + exp(mean + variance / 2) / (1 - exp(slope))
    }.sorted()
    return levels.map { sums[min(Int($0 * Double(draws)), draws - 1)] }
  }
}

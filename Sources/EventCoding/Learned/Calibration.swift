/// A score made a chance that comes true as often as it says (Platt 1999): `logistic(slope · score +
/// shift)`, fitted on items that the scores were not.
struct Calibration: Hashable, Sendable {
  var slope = 1.0
  var shift = 0.0

  /// - Parameter score: log-odds.
  func chance(_ score: Double) -> Double { Softmax.logistic(slope * score + shift) }

  init() {}

  init(slope: Double, shift: Double) {
    self.slope = slope
    self.shift = shift
  }

  /// By Newton's method with backtracking on the log-likelihood, each outcome drawn a little towards
  /// the other (Lin, Lin and Weng 2007).
  init(_ outcomes: [(score: Double, isSo: Bool)]) {
    let positive = Double(outcomes.count { $0.isSo })
    let negative = Double(outcomes.count) - positive
    let targets = outcomes.map {
      (score: $0.score, target: $0.isSo ? (positive + 1) / (positive + 2) : 1 / (negative + 2))
    }
    for _ in 0..<50 {
      var (g0, g1, h00, h01, h11) = (0.0, 0.0, 1e-9, 0.0, 1e-9)
      for (score, target) in targets {
        let chance = chance(score)
        let (error, weight) = (chance - target, chance * (1 - chance))
        g0 += error * score
        g1 += error
        h00 += weight * score * score
        h01 += weight * score
        h11 += weight
      }
      let determinant = h00 * h11 - h01 * h01
      guard determinant > 1e-12 else { break }
      let step = ((h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant)
      let before = loss(targets)
      var (length, next) = (1.0, self)
      repeat {
        next = Calibration(slope: slope - length * step.0, shift: shift - length * step.1)
        length /= 2
      } while next.loss(targets) > before && length > 1e-6
      guard next.loss(targets) < before - 1e-9 * before else { break }
      self = next
    }
  }

  private func loss(_ targets: [(score: Double, target: Double)]) -> Double {
    targets.reduce(0) { sum, outcome in
      let odds = slope * outcome.score + shift
      return sum + Softmax.softplus(odds) - outcome.target * odds
    }
  }
}

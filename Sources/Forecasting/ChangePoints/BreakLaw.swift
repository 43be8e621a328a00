import CBoostMath

/// Where a two-sided Brownian motion with drift −|x|/2 has its maximum, its right side with noise
/// of `ratio` times the left side's variance (Bai 1997, appendix B).
struct BreakLaw {
  let ratio: Double

  func quantile(_ p: Double) -> Double {
    var low = -1_000.0
    var high = 1_000.0
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { break }
      if cdf(middle) < p { low = middle } else { high = middle }
    }
    return low
  }

  private func cdf(_ x: Double) -> Double { x < 0 ? left(-x) : right(x) }

  private func left(_ x: Double) -> Double {
    let f = 1 / ratio
    let root = x.squareRoot()
    let sum = ratio + 2
    return -root * exp(-x / 8) / (2 * .pi).squareRoot()
      - ratio * sum / (ratio + 1) * tail(f * (1 + f) * x / 2, (0.5 + f) * root)
      + (x / 2 - 2 + sum * sum / (ratio + 1)) * annals_normal_cdf(-root / 2)
  }

  private func right(_ x: Double) -> Double {
    let f = 1 / ratio
    let root = x.squareRoot()
    let sum = 2 * ratio + 1
    return 1 + f.squareRoot() * root * exp(-f * x / 8) / (2 * .pi).squareRoot()
      + f * sum / (ratio + 1)
      * tail((ratio + 1) * x / 2, (ratio + 0.5) / ratio.squareRoot() * root)
      - (sum * sum / ((ratio + 1) * ratio) - 2 + f * x / 2)
      * annals_normal_cdf(-f.squareRoot() * root / 2)
  }

  /// e^a·Φ(−z), which vanishes where Φ does.
  private func tail(_ a: Double, _ z: Double) -> Double {
    let normal = annals_normal_cdf(-z)
    return normal > 0 ? exp(a + log(normal)) : 0
  }
}

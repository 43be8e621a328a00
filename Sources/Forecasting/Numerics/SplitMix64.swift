import CBoostMath

/// A small seeded generator (Steele, Lea and Flood 2014), so that a resampled range is the same
/// on every machine and in every run.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number strictly between 0 and 1.
  package mutating func uniform() -> Double {
    (Double(next() >> 11) + 0.5) / 9_007_199_254_740_992
  }

  /// A draw of the standard normal, by inversion.
  package mutating func normal() -> Double { annals_normal_quantile(uniform()) }

  /// A draw of the gamma distribution with `shape` and scale 1, by inversion.
  package mutating func gamma(shape: Double) -> Double { annals_gamma_quantile(shape, uniform()) }
}

/// Murphy's decomposition of the mean Brier score over distinct forecast probabilities:
/// mean score = reliability − resolution + uncertainty, exactly (Murphy 1973).
package struct BrierDecomposition: Sendable, Equatable {
  package let count: Int
  package let meanScore: Double
  /// Mean squared distance of the probabilities from the frequencies they met; 0 is calibrated.
  package let reliability: Double
  /// How far those frequencies lie from the base rate; more is better.
  package let resolution: Double
  /// Base rate·(1 − base rate).
  package let uncertainty: Double

  /// Nil without forecasts.
  package init?(_ forecasts: [(p: Double, happened: Bool)]) {
    guard !forecasts.isEmpty else { return nil }
    let n = Double(forecasts.count)
    let base = Double(forecasts.count(where: \.happened)) / n
    var reliability = 0.0
    var resolution = 0.0
    let bins = Dictionary(grouping: forecasts, by: \.p).sorted { $0.key < $1.key }
    for (p, bin) in bins {
      let size = Double(bin.count)
      let rate = Double(bin.count(where: \.happened)) / size
      reliability += size * (p - rate) * (p - rate)
      resolution += size * (rate - base) * (rate - base)
    }
    count = forecasts.count
    meanScore =
      forecasts.reduce(0) { $0 + ScoringRules.brier($1.p, happened: $1.happened) } / n
    self.reliability = reliability / n
    self.resolution = resolution / n
    uncertainty = base * (1 - base)
  }
}

import Forecasting

/// How many judged pairs were taken for true, how many of them are, and how many are in all; over
/// all divisions into folds; with 95 % intervals from 400 resamples of whole groups.
struct PairScore: CustomStringConvertible {
  private var groups: [Int: (taken: Double, right: Double, all: Double)] = [:]

  mutating func add(isTaken: Bool, isTrue: Bool, group: Int) {
    groups[group, default: (0, 0, 0)].taken += isTaken ? 1 : 0
    groups[group]!.right += isTaken && isTrue ? 1 : 0
    groups[group]!.all += isTrue ? 1 : 0
  }

  var description: String {
    let counts = groups.sorted { $0.key < $1.key }.map(\.value)
    var random = SplitMix64(seed: 1)
    let resamples = (0..<400).map { _ in
      counts.indices.map { _ in counts[Int.random(in: counts.indices, using: &random)] }
    }
    func told(_ of: ([(taken: Double, right: Double, all: Double)]) -> Double) -> String {
      let values = resamples.map(of).sorted()
      return "\(rounded(of(counts))) [\(rounded(values[10])) \(rounded(values[389]))]"
    }
    func sum(_ of: KeyPath<(taken: Double, right: Double, all: Double), Double>) -> Int {
      Int(counts.reduce(0) { $0 + $1[keyPath: of] })
    }
    let precision = told { $0.reduce(0) { $0 + $1.right } / max(1, $0.reduce(0) { $0 + $1.taken }) }
    let recall = told { $0.reduce(0) { $0 + $1.right } / max(1, $0.reduce(0) { $0 + $1.all }) }
    return
      "\(sum(\.taken) / Fold.divisions) taken, precision \(precision), recall \(recall) of \(sum(\.all) / Fold.divisions)"
  }
}

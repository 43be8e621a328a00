/// How a set of resolved forecasts fared together; each figure carries its number of forecasts.
package struct Calibration: Sendable, Equatable {
  /// A figure and how many forecasts it rests on.
  package struct Figure: Sendable, Equatable {
    package let count: Int
    /// Nil below `Calibration.least` forecasts: too few to say.
    package let value: Double?
  }

  /// Fewer forecasts than this say nothing about calibration.
  package static let least = 20

  package let coverage50: Figure
  package let coverage80: Figure
  package let coverage95: Figure
  package let meanCRPS: Figure
  package let meanLogScore: Figure
  /// Forecasts whose PIT fell in each tenth of [0, 1]: flat when calibrated.
  package let pitHistogram: [Int]

  package init(_ scores: [ForecastScore]) {
    func mean(_ value: (ForecastScore) -> Double) -> Figure {
      let enough = scores.count >= Self.least
      let total = scores.reduce(0) { $0 + value($1) }
      return Figure(count: scores.count, value: enough ? total / Double(scores.count) : nil)
    }
    coverage50 = mean { $0.isCovered(0.5) ? 1 : 0 }
    coverage80 = mean { $0.isCovered(0.8) ? 1 : 0 }
    coverage95 = mean { $0.isCovered(0.95) ? 1 : 0 }
    meanCRPS = mean(\.crps)
    meanLogScore = mean(\.logScore)
    var histogram = [Int](repeating: 0, count: 10)
    for score in scores where 0...1 ~= score.pit {
      histogram[min(Int(score.pit * 10), 9)] += 1
    }
    pitHistogram = histogram
  }

  /// 1 − score/baseline's score, the share of the baseline's loss that was saved; nil when either
  /// is unknown or the baseline's is not positive.
  package static func skill(_ score: Figure, against baseline: Figure) -> Double? {
    guard let mine = score.value, let theirs = baseline.value, theirs > 0 else { return nil }
    return 1 - mine / theirs
  }
}

/// How a set of decided questions fared together; each figure carries its number of questions. What was
/// forecast of one question counts together as much as one, by its mean.
package struct Calibration: Sendable, Equatable {
  /// A figure and how many questions it rests on.
  package struct Figure: Sendable, Equatable {
    package let count: Int
    /// Nil below `Calibration.least` questions: too few to say.
    package let value: Double?
  }

  /// Fewer questions than this say nothing about calibration.
  package static let least = 20

  package let coverage50: Figure
  package let coverage80: Figure
  package let coverage95: Figure
  package let meanCRPS: Figure
  package let meanLogScore: Figure
  /// Questions whose PIT, the mean of their forecasts', fell in each tenth of [0, 1]: flat when
  /// calibrated.
  package let pitHistogram: [Int]

  /// The scores of each question's forecasts.
  package init(questions: [[ForecastScore]]) {
    let questions = questions.filter { !$0.isEmpty }
    func mean(_ scores: [ForecastScore], _ value: (ForecastScore) -> Double) -> Double {
      scores.reduce(0) { $0 + value($1) } / Double(scores.count)
    }
    func figure(_ value: (ForecastScore) -> Double) -> Figure {
      Figure(questions.map { mean($0, value) })
    }
    coverage50 = figure { $0.isCovered(0.5) ? 1 : 0 }
    coverage80 = figure { $0.isCovered(0.8) ? 1 : 0 }
    coverage95 = figure { $0.isCovered(0.95) ? 1 : 0 }
    meanCRPS = figure(\.crps)
    meanLogScore = figure(\.logScore)
    var histogram = [Int](repeating: 0, count: 10)
    for pit in questions.map({ mean($0, \.pit) }) where 0...1 ~= pit {
      histogram[min(Int(pit * 10), 9)] += 1
    }
    pitHistogram = histogram
  }

  /// Every score is that of a question of its own.
  package init(_ scores: [ForecastScore]) { self.init(questions: scores.map { [$0] }) }

  /// 1 − score/baseline's score, the share of the baseline's loss that was saved; nil when either
  /// is unknown or the baseline's is not positive.
  package static func skill(_ score: Figure, against baseline: Figure) -> Double? {
    guard let mine = score.value, let theirs = baseline.value, theirs > 0 else { return nil }
    return 1 - mine / theirs
  }
}

extension Calibration.Figure {
  /// The 95 % interval of a share of questions by Wilson's score (1927); nil where there are too few.
  package var shareInterval: ClosedRange<Double>? {
    guard let value else { return nil }
    let (n, z) = (Double(count), 1.959964)
    let middle = (value + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, middle - half)...min(1, middle + half)
  }

  /// The mean over questions.
  package init(_ values: [Double]) {
    count = values.count
    value =
      values.count >= Calibration.least
      ? values.reduce(0, +) / Double(values.count) : nil
  }
}

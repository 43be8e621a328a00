/// What the conjugate models need of a sequence: the least-squares line of ln duration on 1…n.
struct LogMoments: Sendable, Equatable {
  let count: Int
  let mean: Double
  /// 0 when n = 1.
  let slope: Double
  /// Σ(k − k̄)².
  let sxx: Double
  /// Squared residuals about the line.
  let sse: Double

  /// `logs` has at least one element.
  init(logs: [Double]) {
    if let fit = try? LogLinearFit(logs: logs) {
      count = fit.count
      mean = fit.meanLog
      slope = fit.slope
      sxx = fit.sxx
      sse = fit.sse
    } else {
      count = 1
      mean = logs[0]
      slope = 0
      sxx = 0
      sse = 0
    }
  }
}

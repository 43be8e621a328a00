/// The baselines printed beside every forecast. All but Gott's are of the whole duration of the
/// phase `ahead`, unconditional.
package struct Baselines: Sendable, Equatable {
  /// As the last phase: ln duration is a random walk, noise by Student's t.
  package let lastValue: Result<BaselineForecast, FigureRefusal>
  /// As the phases on average: Student's t about the mean of ln duration.
  package let noTrend: Result<BaselineForecast, FigureRefusal>
  /// As the phases of late: the exponentially weighted level, with a scale shrunk towards .15.
  package let weightedLevel: BaselineForecast
  /// Phases end at random: exponential durations, the rate known only from the data.
  package let poisson: Result<BaselineForecast, FigureRefusal>
  /// The phase is seen at a random moment of its life: P(remaining > y | elapsed c) = c/(c + y).
  package let gott: Result<BaselineForecast, FigureRefusal>
  /// The least-squares law taken as certain: normal noise, no allowance for n.
  package let plugInGeometric: Result<BaselineForecast, FigureRefusal>

  init(logs: [Double], elapsed: Double?, ahead: Int = 1) {
    lastValue = outcome { () throws(FigureRefusal) in
      BaselineForecast(try Self.lastValueLaw(logs, ahead))
    }
    weightedLevel = BaselineForecast(WeightedLevel.law(logs))
    noTrend = outcome { () throws(FigureRefusal) in BaselineForecast(try Self.noTrendLaw(logs)) }
    plugInGeometric = outcome { () throws(FigureRefusal) in
      BaselineForecast(try Self.plugInLaw(logs, ahead))
    }
    poisson = .success(BaselineForecast { Self.poissonQuantile($0, logs: logs) })
    if let elapsed, elapsed > 0 {
      gott = .success(BaselineForecast { bounded(elapsed / (1 - $0)) })
    } else {
      gott = .failure(.needsElapsed)
    }
  }

  /// y_{n+m} ~ t_{n−1}(y_n, s²·m), s² the mean square of the n − 1 steps.
  static func lastValueLaw(_ logs: [Double], _ ahead: Int = 1) throws(FigureRefusal) -> DurationLaw
  {
    guard logs.count >= 2 else { throw .tooFew(count: logs.count, needed: 2) }
    let steps = zip(logs.dropFirst(), logs).map { $0 - $1 }
    let variance = steps.reduce(0) { $0 + $1 * $1 } / Double(steps.count)
    guard variance > 0 else { throw .zeroResidual }
    let scale = (variance * Double(ahead)).squareRoot()
    return DurationLaw(StudentT(mu: logs.last!, scale: scale, df: Double(steps.count)))
  }

  /// y_{n+1} ~ t_{n−2}(y_n + d̄, s²(1 + 1/(n−1))), d̄ and s² mean and variance of the n − 1 steps.
  static func driftLaw(_ logs: [Double]) throws(FigureRefusal) -> DurationLaw {
    guard logs.count >= 3 else { throw .tooFew(count: logs.count, needed: 3) }
    let steps = zip(logs.dropFirst(), logs).map { $0 - $1 }
    let n = Double(steps.count)
    let drift = steps.reduce(0, +) / n
    let variance = steps.reduce(0) { $0 + ($1 - drift) * ($1 - drift) } / (n - 1)
    guard variance > 1e-24 * (1 + drift * drift) else { throw .zeroResidual }
    let scale = (variance * (1 + 1 / n)).squareRoot()
    return DurationLaw(StudentT(mu: logs.last! + drift, scale: scale, df: n - 1))
  }

  /// y_{n+m} ~ t_{n−1}(ȳ, s²(1 + 1/n)).
  static func noTrendLaw(_ logs: [Double]) throws(FigureRefusal) -> DurationLaw {
    guard logs.count >= 2 else { throw .tooFew(count: logs.count, needed: 2) }
    let n = Double(logs.count)
    let mean = logs.reduce(0, +) / n
    let variance = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    guard variance > 1e-24 * (1 + mean * mean) else { throw .zeroResidual }
    let scale = (variance * (1 + 1 / n)).squareRoot()
    return DurationLaw(StudentT(mu: mean, scale: scale, df: n - 1))
  }

  /// The least-squares line and its maximum-likelihood noise √(SSE/n) taken as known.
  static func plugInLaw(_ logs: [Double], _ ahead: Int = 1) throws(FigureRefusal) -> DurationLaw {
    let fit = try LogLinearFit(logs: logs)
    _ = try fit.law(ahead: ahead)
    let scale = (fit.sse / Double(fit.count)).squareRoot()
    return DurationLaw(StudentT(mu: fit.logMean(ahead: ahead), scale: scale, df: .infinity))
  }

  /// With the rate's posterior from n exponential durations of sum S the next one is Lomax:
  /// P(X > x) = (1 + x/S)^−n. Worked on logs, so that S may exceed what a `Double` holds.
  private static func poissonQuantile(_ p: Double, logs: [Double]) -> Double {
    let largest = logs.max()!
    let logSum = largest + log(logs.reduce(0) { $0 + exp($1 - largest) })
    let factor = exp(-log(1 - p) / Double(logs.count)) - 1
    return boundedExp(logSum + log(factor))
  }
}

/// The methods a backtest compares, all from the same as-of data.
package enum BacktestMethod: String, Sendable, CaseIterable {
  /// What a forecast stands for.
  case average = "average"
  case level = "drifting level"
  case bma = "BMA"
  case trend = "trend (NIG)"
  case flat = "no trend (NIG)"
  case weightedLevel = "weighted level (t)"
  case noTrend = "no trend (t)"
  case lastValue = "last value (t)"
  case drift = "last value + drift (t)"
  case leastSquares = "least squares (t)"
  case plugIn = "plug-in geometric"

  /// The law of the next ln duration by this method.
  /// - Parameter referenceClass: nil where no prior could be fitted.
  /// - Throws: what the method refuses; `.noPrior` where it needs one.
  func law(
    logs: [Double], referenceClass: ReferenceClassForecast?, ahead: Int = 1
  ) throws(FigureRefusal) -> DurationLaw {
    func known() throws(FigureRefusal) -> ReferenceClassForecast {
      guard let referenceClass else { throw .noPrior }
      return referenceClass
    }
    return switch self {
    case .average: ModelAverage(logs: logs, referenceClass: referenceClass, ahead: ahead).law
    case .level: ModelAverage(logs: logs, referenceClass: nil, ahead: ahead).law
    case .bma: try known().law
    case .trend: DurationLaw(try known().trend.predictive(ahead: ahead))
    case .flat: DurationLaw(try known().flat.predictive(ahead: ahead))
    case .weightedLevel: WeightedLevel.law(logs)
    case .noTrend: try Baselines.noTrendLaw(logs)
    case .lastValue: try Baselines.lastValueLaw(logs, ahead)
    case .drift: try Baselines.driftLaw(logs)
    case .leastSquares: try LogLinearFit(logs: logs).law(ahead: ahead)
    case .plugIn: try Baselines.plugInLaw(logs, ahead)
    }
  }
}

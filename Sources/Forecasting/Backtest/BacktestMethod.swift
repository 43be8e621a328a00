/// The methods a backtest compares, all from the same as-of data.
package enum BacktestMethod: String, Sendable, CaseIterable {
  case averaged = "BMA"
  case trend = "trend (NIG)"
  case flat = "no trend (NIG)"
  case noTrend = "no trend (t)"
  case lastValue = "last value (t)"
  case drift = "last value + drift (t)"
  case leastSquares = "least squares (t)"
  case plugIn = "plug-in geometric"

  /// The law of the next ln duration by this method.
  /// - Throws: what the method refuses.
  func law(
    logs: [Double], referenceClass: ReferenceClassForecast
  ) throws(FigureRefusal) -> DurationLaw {
    switch self {
    case .averaged: referenceClass.law
    case .trend: DurationLaw(referenceClass.trend.predictive())
    case .flat: DurationLaw(referenceClass.flat.predictive())
    case .noTrend: try Baselines.noTrendLaw(logs)
    case .lastValue: try Baselines.lastValueLaw(logs)
    case .drift: try Baselines.driftLaw(logs)
    case .leastSquares: try LogLinearFit(logs: logs).law()
    case .plugIn: try Baselines.plugInLaw(logs)
    }
  }
}

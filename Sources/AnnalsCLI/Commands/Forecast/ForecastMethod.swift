import ArgumentParser
import Forecasting

/// The methods of the backtest by the names that people type.
enum ForecastMethod: String, ExpressibleByArgument, CaseIterable {
  case bma, trend, flat
  case noTrend = "no-trend"
  case lastValue = "last-value"
  case drift
  case leastSquares = "least-squares"
  case plugIn = "plug-in"

  var method: BacktestMethod {
    switch self {
    case .bma: .averaged
    case .trend: .trend
    case .flat: .flat
    case .noTrend: .noTrend
    case .lastValue: .lastValue
    case .drift: .drift
    case .leastSquares: .leastSquares
    case .plugIn: .plugIn
    }
  }
}

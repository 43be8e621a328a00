/// One forecast of a backtest: made when a phase began, scored with how long it lasted.
public struct BacktestOrigin: Sendable, Equatable {
  public let sequence: String
  /// Phases completed at the origin.
  public let phases: Int
  /// The origin's date as a calendar year with a fraction.
  public let date: Double
  public let outcome: Double
  /// How many sequences the prior was fitted on.
  public let priorSequences: Int
  /// A method that refused is absent.
  public let scores: [BacktestMethod: ForecastScore]
}

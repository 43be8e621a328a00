/// One forecast of a backtest: made when a phase began, scored with how long it lasted.
package struct BacktestOrigin: Sendable, Equatable {
  package let sequence: String
  /// Phases completed at the origin.
  package let phases: Int
  /// The origin's date as a calendar year with a fraction.
  package let date: Double
  package let outcome: Double
  /// How many sequences the prior was fitted on.
  package let priorSequences: Int
  /// A method that refused is absent.
  package let scores: [BacktestMethod: ForecastScore]
}

public import EventModel
public import Forecasting
import JSONText

extension Answer {
  /// The table of a backtest: a row a method.
  public init(_ backtest: Backtest, asOf: CivilDay) {
    func rounded(_ key: String) -> Column {
      Column(key, isNumeric: true) { row in
        row[key]?.double.map { "\(($0 * 1000).rounded() / 1000)" } ?? ""
      }
    }
    self.init(
      schema: "annals.backtest/1", head: 0, asOf: asOf,
      columns: [
        Column("method", key: "method"), rounded("crps"),
        Column("90 % range", isNumeric: true) { row in
          (row["range"]?.elements ?? []).compactMap(\.double)
            .map { "\(($0 * 1000).rounded() / 1000)" }.joined(separator: "–")
        }, rounded("coverage50"), rounded("coverage80"), rounded("coverage95"),
        Column("forecasts", key: "forecasts", isNumeric: true),
        Column("sequences", key: "sequences", isNumeric: true),
      ],
      rows: backtest.rows.map { row in
        .object([
          "method": .string(row.method.rawValue), "crps": .number(row.meanCRPS),
          "range": .array([.number(row.range.lowerBound), .number(row.range.upperBound)]),
          "coverage50": .number(row.coverage50), "coverage80": .number(row.coverage80),
          "coverage95": .number(row.coverage95), "forecasts": .number(Int64(row.forecasts)),
          "sequences": .number(Int64(row.sequences)),
        ])
      })
  }
}

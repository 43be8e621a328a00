package import EventModel
package import Forecasting
import JSONText

extension Document {
  /// The table of a backtest: a row a method.
  package init(_ backtest: Backtest, asOf: CivilDay) {
    func rate(_ key: String) -> Column {
      Column(key, isNumeric: true) { .decimal($0[key]?.double) }
    }
    func end(_ title: String, _ place: Int) -> Column {
      Column(title, isNumeric: true, for: .programs) {
        .decimal($0["range"]?.elements?[place].double)
      }
    }
    self.init(
      schema: "annals.backtest/1", head: 0, asOf: asOf,
      title: "mean CRPS of ln duration, strict as-of rolling origin",
      columns: [
        Column("method", key: "method"), rate("crps"),
        Column("90 % range", isNumeric: true) { row in
          .text(
            (row["range"]?.elements ?? []).compactMap(\.double).map(Numerals.short).joined(
              separator: "–"))
        }, rate("coverage50"), rate("coverage80"), rate("coverage95"),
        Column("forecasts", key: "forecasts", isNumeric: true),
        Column("sequences", key: "sequences", isNumeric: true),
        end("low", 0), end("high", 1),
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

package import EventModel
package import Forecasting
import JSONText

extension Document {
  /// The table of backtests, each of a set of sequences: a row a method, with how its intervals held
  /// when a phase began and while it lasted.
  package init(_ backtests: [(set: String, backtest: Backtest)], asOf: CivilDay) {
    let several = Column("set", key: "set", for: .people)
    self.init(
      schema: "annals.backtest/1", head: 0, asOf: asOf,
      title: "mean CRPS of ln duration, strict as-of rolling origin",
      columns: (backtests.count > 1 ? [several] : []) + Self.backtestColumns,
      rows: backtests.flatMap { set, backtest in backtest.rows.map { $0.json(set) } })
  }

  private static var backtestColumns: [Column] {
    func rate(_ title: String, _ key: String) -> Column {
      Column(title, isNumeric: true) { .decimal($0[key]?.double) }
    }
    func end(_ title: String, _ place: Int) -> Column {
      Column(title, isNumeric: true, for: .programs) {
        .decimal($0["range"]?.elements?[place].double)
      }
    }
    func midPhase(_ level: String, for audience: Audience = .everyone) -> Column {
      Column("midPhase\(level)", isNumeric: true, for: audience) {
        .decimal($0["midPhase"]?[level]?.double)
      }
    }
    return [
      Column("method", key: "method"), rate("crps", "crps"),
      Column("90 % range", isNumeric: true) { row in
        .text(
          (row["range"]?.elements ?? []).compactMap(\.double).map(Numerals.short).joined(
            separator: "–"))
      }, rate("coverage50", "coverage50"), rate("coverage80", "coverage80"),
      rate("coverage95", "coverage95"),
      Column("forecasts", key: "forecasts", isNumeric: true),
      Column("sequences", key: "sequences", isNumeric: true),
      end("low", 0), end("high", 1),
      midPhase("50", for: .programs), midPhase("80"), midPhase("95", for: .programs),
      Column("midPhases", isNumeric: true, for: .programs) {
        .decimal($0["midPhase"]?["forecasts"]?.double)
      },
      rate("P(average better)", "pAverageBetter"),
      Column("set", key: "set", for: .programs),
    ]
  }
}

extension BacktestRow {
  fileprivate func json(_ set: String) -> JSON {
    .object([
      "method": .string(method.rawValue), "crps": .number(meanCRPS),
      "range": .array([.number(range.lowerBound), .number(range.upperBound)]),
      "coverage50": .number(coverage.fifty), "coverage80": .number(coverage.eighty),
      "coverage95": .number(coverage.ninetyFive), "forecasts": .number(Int64(forecasts)),
      "sequences": .number(Int64(sequences)),
      "midPhase": .object([
        "forecasts": .number(Int64(midPhase.forecasts)), "50": .number(midPhase.fifty),
        "80": .number(midPhase.eighty), "95": .number(midPhase.ninetyFive),
      ]),
      "pAverageBetter": averageIsBetter.map { .number($0) } ?? .null, "set": .string(set),
    ])
  }
}

package import Forecasting
package import JSONText

/// How the ledger's forecasts have fared, with the number of forecasts beside every figure.
package struct ScoreCard: Sendable {
  package let calibration: Calibration
  package let count: (all: Int, open: Int, overdue: Int, resolved: Int, annulled: Int)
  /// Forecasts without a law: how many came true of how many that were decided.
  package let plain: (true: Int, decided: Int)

  package init(_ rows: [LedgerRow]) {
    calibration = Calibration(rows.compactMap(\.score))
    func number(_ standing: LedgerRow.Standing) -> Int { rows.count { $0.standing == standing } }
    count = (
      rows.count, number(.open), number(.overdue), number(.resolved), number(.annulled)
    )
    let verdicts = rows.filter { !$0.hasLaw }.compactMap(\.cameTrue)
    plain = (verdicts.count { $0 }, verdicts.count)
  }

  package var json: JSON {
    .object([
      "schema": "annals.score/1",
      "forecasts": .number(Int64(count.all)),
      "open": .number(Int64(count.open)),
      "overdue": .number(Int64(count.overdue)),
      "resolved": .number(Int64(count.resolved)),
      "annulled": .number(Int64(count.annulled)),
      "cameTrue": .object([
        "count": .number(Int64(plain.decided)), "value": .number(Int64(plain.true)),
      ]),
      "coverage50": figure(calibration.coverage50),
      "coverage80": figure(calibration.coverage80),
      "coverage95": figure(calibration.coverage95),
      "crps": figure(calibration.meanCRPS),
      "logScore": figure(calibration.meanLogScore),
      "pit": .array(calibration.pitHistogram.map { .number(Int64($0)) }),
    ])
  }

  var document: Document {
    let counts = [
      ("forecasts", count.all), ("open", count.open), ("overdue", count.overdue),
      ("resolved", count.resolved), ("annulled", count.annulled),
    ].map { title, count in
      JSON.object(["figure": .string(title), "value": .number(Int64(count))])
    }
    let figures = [
      ("inside the 50 % interval", "coverage50"), ("inside the 80 % interval", "coverage80"),
      ("inside the 95 % interval", "coverage95"), ("mean CRPS of ln duration", "crps"),
      ("mean log score", "logScore"), ("came true, of those without a law", "cameTrue"),
    ]
    let json = json
    let rows = figures.map { title, key in
      JSON.object([
        "figure": .string(title), "value": json[key]?["value"], "forecasts": json[key]?["count"],
      ])
    }
    let columns = [
      Column("figure", key: "figure"),
      Column("value", isNumeric: true) { row in
        row["value"]?.double.map(Cell.decimal) ?? .number("", shown: Cell(row["value"]).plain)
      },
      Column("forecasts", key: "forecasts", isNumeric: true),
    ]
    return Document(parts: [.table(Table(columns, counts + rows))], json: json)
  }

  private func figure(_ figure: Calibration.Figure) -> JSON {
    .object([
      "count": .number(Int64(figure.count)),
      "value": figure.value.map { .number($0) } ?? "too few",
    ])
  }
}

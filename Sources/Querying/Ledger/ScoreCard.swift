package import Forecasting
package import JSONText

/// How the ledger's forecasts have fared, by question, with the number of questions beside every figure.
/// What was recorded in hindsight and what others said in public stand in tables of their own.
package struct ScoreCard: Sendable {
  package let tables: [ScoreTable]
  private let counts: [(standing: String, count: Int)]
  private let questions: Int

  package init(_ rows: [LedgerRow]) {
    tables = LedgerRow.Table.allCases.map { table in
      ScoreTable(table, rows.filter { $0.table == table })
    }
    counts =
      [("forecasts", rows.count)]
      + LedgerRow.Standing.allCases.map { standing in
        (standing.rawValue, rows.count { $0.standing == standing })
      }
    questions = Set(rows.map(\.question)).count
  }

  /// Those of annals and of the user that were recorded before their outcome could be known.
  package var calibration: Calibration { tables[0].calibration }

  package var json: JSON {
    .object(
      [.init("schema", "annals.score/1")]
        + counts.map { .init($0.standing, .number(Int64($0.count))) }
        + [.init("questions", .number(Int64(questions)))] + (tables[0].json.members ?? [])
        + [.init("tables", .array(tables.map { $0.named }))])
  }

  /// For programs one table of all figures, for people one each.
  var document: Document {
    let counts = counts.map { standing, count in
      JSON.object(["figure": .string(standing), "value": .number(Int64(count))])
    }
    let figures = tables.flatMap { $0.rows }
    let columns = [
      Column("figure", key: "figure"),
      Column("value", isNumeric: true) { row in
        row["value"]?.double.map(Cell.decimal) ?? .number("", shown: Cell(row["value"]).plain)
      },
    ]
    let count = [
      Column("forecasts", key: "forecasts", isNumeric: true, for: .programs),
      Column("questions", key: "questions", isNumeric: true),
      Column("table", key: "table", for: .programs),
    ]
    return Document(
      parts: [
        .table(Table(columns + count, counts + figures, for: .programs)),
        .table(Table(columns, counts, for: .people)),
      ]
        + tables.map { table in
          .table(Table(columns + count, table.filled, title: table.holds, for: .people))
        }, json: json)
  }
}

/// The figures of one table of scores.
package struct ScoreTable: Sendable {
  package let table: LedgerRow.Table
  package let calibration: Calibration
  package let brier: Calibration.Figure
  /// Questions without a law: how many came true of how many that were decided.
  package let plain: (true: Int, decided: Int)
  package let questions: Int
  package let records: Int

  init(_ table: LedgerRow.Table, _ rows: [LedgerRow]) {
    self.table = table
    let rows = rows.filter { $0.standing == .resolved }
    let questions = Dictionary(grouping: rows, by: \.question).sorted { $0.key < $1.key }
      .map(\.value)
    calibration = Calibration(questions: questions.map { $0.compactMap(\.score) })
    brier = Calibration.Figure(
      questions.map { $0.compactMap(\.brier) }.filter { !$0.isEmpty }
        .map { $0.reduce(0, +) / Double($0.count) })
    let verdicts = questions.compactMap { $0.last { !$0.hasLaw }?.cameTrue }
    plain = (verdicts.count { $0 }, verdicts.count)
    self.questions = questions.count
    records = rows.count
  }

  /// What it holds, in a line.
  package var holds: String {
    let counted =
      "\(Numerals.counted(questions, "decided question")) in \(Numerals.counted(records, "record"))"
    return switch table {
    case .forecasts:
      "forecasts of annals and by hand, recorded before their outcome could be known: \(counted)"
    case .hindsight: "hindsight, recorded when the outcome could be known: \(counted)"
    case .statements: "what others said in public, from their sources: \(counted)"
    }
  }

  private static let figures = [
    ("inside the 50 % interval", "coverage50"), ("inside the 80 % interval", "coverage80"),
    ("inside the 95 % interval", "coverage95"), ("mean CRPS of ln duration", "crps"),
    ("mean log score", "logScore"), ("mean Brier score", "brier"),
    ("came true, of those without a law", "cameTrue"),
  ]

  var rows: [JSON] {
    let json = json
    return ScoreTable.figures.map { title, key in
      .object([
        "figure": .string(title), "value": json[key]?["value"],
        "forecasts": .number(Int64(records)), "questions": json[key]?["count"],
        "table": .string(table.rawValue),
      ])
    }
  }

  /// Those that rest on a question at least.
  var filled: [JSON] { rows.filter { $0["questions"]?.double ?? 0 > 0 } }

  var named: JSON {
    .object(
      [
        .init("table", .string(table.rawValue)), .init("holds", .string(holds)),
        .init("questions", .number(Int64(questions))), .init("records", .number(Int64(records))),
      ] + (json.members ?? []))
  }

  var json: JSON {
    .object([
      "cameTrue": .object([
        "count": .number(Int64(plain.decided)), "value": .number(Int64(plain.true)),
      ]),
      "coverage50": share(calibration.coverage50),
      "coverage80": share(calibration.coverage80),
      "coverage95": share(calibration.coverage95),
      "crps": figure(calibration.meanCRPS),
      "logScore": figure(calibration.meanLogScore),
      "brier": figure(brier),
      "pit": .array(calibration.pitHistogram.map { .number(Int64($0)) }),
    ])
  }

  /// A share of questions, with its 95 % interval where it is told.
  private func share(_ share: Calibration.Figure) -> JSON {
    let interval = share.shareInterval.map { range in
      JSON.Member("interval", .array([.number(range.lowerBound), .number(range.upperBound)]))
    }
    return .object((figure(share).members ?? []) + [interval].compactMap(\.self))
  }

  private func figure(_ figure: Calibration.Figure) -> JSON {
    .object([
      "count": .number(Int64(figure.count)),
      "value": figure.value.map { .number($0) } ?? "too few",
    ])
  }
}

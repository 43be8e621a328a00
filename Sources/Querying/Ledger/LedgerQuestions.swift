import EventModel
import Forecasting
import JSONText
import Projections

extension Inquiry {
  package static let forecastList = Inquiry(
    "forecast list", "List every forecast of the ledger with its standing.",
    schema: "annals.forecasts/1"
  ) { question, _ in try question.ledgerAnswer() }

  package static let forecastShow = Inquiry(
    "forecast show", "Show one forecast of the ledger, with its law and its rule.",
    schema: "annals.ledgerEntry/1",
    [Parameter("forecast", .text, "The forecast's id, or its first digits.", isRequired: true)]
  ) { question, arguments in
    try question.forecast(named: arguments.text("forecast") ?? "").document
  }

  package static let forecastDue = Inquiry(
    "forecast due", "List the forecasts whose time is up or comes within 30 days.",
    schema: "annals.due/1"
  ) { question, _ in try question.dueForecasts() }

  package static let forecastScore = Inquiry(
    "forecast score", "Say how the forecasts have fared.", schema: "annals.score/1"
  ) { question, _ in ScoreCard(try question.ledger()).document }
}

extension Question {
  /// Every forecast of the ledger with its standing; none is left out.
  package func ledger() throws -> [LedgerRow] {
    var told: [ResolutionRule: CivilDay?] = [:]
    func known(for rule: ResolutionRule) throws -> CivilDay? {
      if let day = told[rule] { return day }
      let day = try knownUntil(for: rule)
      told[rule] = .some(day)
      return day
    }
    return try snapshot.ledger().map { entry in
      try LedgerRow(entry, on: asOf, knownUntil: known(for: entry.issue.rule))
    }
  }

  /// Until when the log would know what decides by a rule; nil where people judge.
  private func knownUntil(for rule: ResolutionRule) throws -> CivilDay? {
    switch rule {
    case .nextPhase(let sequence, _, _, _): try known(ofSequence: sequence)?.until?.day
    case .metric(let actor, _, _): try knownUntil(ofClaimsBy: actor)?.day
    case .judged: nil
    }
  }

  package func ledgerAnswer() throws -> Document {
    Document(
      schema: "annals.forecasts/1", head: snapshot.position, asOf: asOf,
      columns: [
        Column("id") { .id($0["id"]) }, Column("asOf") { .date($0["asOf"]) },
        Column("recorded", for: .people) { row in
          .date(String((row["recorded"]?.string ?? "").prefix(10)))
        },
        Column("forecaster", key: "forecaster"), Column("title", key: "title"),
        Column("due", for: .people) { .date($0["due"]) },
        Column("expected", for: .programs) { row in
          .date(row["window"] == .null ? row["median"] : row["window"])
        },
        Column("standing", for: .people) { row in
          switch row["cameTrue"] {
          case true: .text("came true")
          case false: .text("untrue")
          default: Cell(row["standing"])
          }
        },
        Column("standing", key: "standing", for: .programs),
        Column("resolved") { .date($0["resolved"]) },
        Column("came true", key: "cameTrue", for: .programs),
        Column("PIT", isNumeric: true) { .decimal($0["pit"]?.double) },
        Column("median", for: .programs) { .date($0["median"]) },
        Column("outcome", isNumeric: true, for: .programs) { .decimal($0["value"]?.double) },
        Column("CRPS", isNumeric: true, for: .programs) { .decimal($0["crps"]?.double) },
        Column("log score", isNumeric: true, for: .programs) { .decimal($0["logScore"]?.double) },
        Column("amount", isNumeric: true, for: .programs) { row in
          Cell(number: row["amount"]?["value"]?.string)
        },
        Column("unit", for: .programs) { Cell($0["amount"]?["currency"] ?? $0["amount"]?["unit"]) },
      ] + Column.parts { $0["amount"] } + [
        Column("source", key: "source", for: .programs),
        Column("url", for: .programs) { .url($0["source"]) },
        Column("recorded", for: .programs) { .moment($0["recorded"]) },
        Column("known until", for: .programs) { .date($0["knownUntil"]) },
        Column("due", for: .programs) { .date($0["due"]) },
        Column("chance", isNumeric: true, for: .programs) { .decimal($0["probability"]?.double) },
        Column("Brier", isNumeric: true, for: .programs) { .decimal($0["brier"]?.double) },
        Column("table", key: "table", for: .programs),
        Column("hash", key: "hash", for: .programs),
      ],
      rows: try ledger().map(\.json))
  }

  /// The forecasts that wait for their outcome and are due by a month from now, the longest due first.
  func dueForecasts() throws -> Document {
    let rows = try ledger().filter { row in
      row.isOpen
        && row.issue.due.map { $0 <= asOf.advanced(by: 30) } ?? false
    }.sorted { $0.issue.due! < $1.issue.due! }
    return Document(
      schema: "annals.due/1", head: snapshot.position, asOf: asOf,
      columns: [
        Column("id") { .id($0["id"]) }, Column("due") { .date($0["due"]) },
        Column("standing", key: "standing"), Column("title", key: "title"),
        Column("rule", key: "rule"), Column("forecaster", key: "forecaster", for: .programs),
      ], rows: rows.map(\.json))
  }

  /// The one forecast that a prefix of its id names.
  package func forecast(named prefix: String) throws -> LedgerRow {
    let rows = try ledger().filter { $0.id.description.hasPrefix(prefix.lowercased()) }
    guard rows.count <= 1, prefix.utf8.count >= 4 else {
      throw QueryError("“\(prefix)” names no single forecast", hint: "annals forecast list")
    }
    guard let row = rows.first else { throw NoSuchForecast(prefix: prefix) }
    return row
  }
}

extension LedgerRow {
  /// Makes the law again from the log as it stood, and says how it differs; nil when it is the same
  /// bit for bit, or when the entry was not made by annals.
  package func replayFault(_ question: Question) -> String? {
    let issue = entry.issue
    guard let method = issue.model.flatMap({ ForecastAnswer.models[$0] }),
      let position = issue.position,
      case .nextPhase(let sequence, _, _, _) = issue.rule
    else { return nil }
    do {
      let input = try question.forecastInput(sequence)
      let answer = try ForecastAnswer(
        issue.knownUntil == nil ? input.takingSilenceForLasting : input, method: method)
      guard var again = answer.issue(position: position) else { return "nothing to forecast" }
      again.act = issue.act
      // Rules did not keep the query before forecasts said until when it is known.
      if issue.knownUntil == nil { again.rule = issue.rule }
      if again.priorDigest != issue.priorDigest {
        return "the reference class has changed since it was issued"
      }
      return again == issue ? nil : "the same log gives another law"
    } catch {
      return "\(error)"
    }
  }
}

/// No forecast's id begins with these digits.
package struct NoSuchForecast: Error, Equatable, Sendable {
  package let prefix: String
}

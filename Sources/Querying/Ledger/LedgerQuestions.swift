import EventModel
import Forecasting
package import JSONText
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

  package static let forecastScore = Inquiry(
    "forecast score", "Say how the forecasts have fared.", schema: "annals.score/1"
  ) { question, _ in ScoreCard(try question.ledger()).document }
}

extension Question {
  /// Every forecast of the ledger with its standing; none is left out.
  package func ledger() throws -> [LedgerRow] {
    var known: [ResolutionRule: CivilDay?] = [:]
    return try snapshot.ledger().map { entry in
      let rule = entry.issue.rule
      if entry.isOpen, known[rule] == nil { known[rule] = try .some(knownUntil(for: rule)) }
      return LedgerRow(entry, on: asOf, knownUntil: known[rule] ?? nil)
    }
  }

  /// Until when the log would know what decides by a rule; nil where people judge.
  private func knownUntil(for rule: ResolutionRule) throws -> CivilDay? {
    switch rule {
    case .nextPhase(let sequence, _):
      let statements = try snapshot.statements(of: sequence)
      return try phaseTables(of: sequence).first.flatMap {
        try knownUntil(of: $0, by: statements)?.day
      }
    case .metric(let actor, _, _): return try knownUntil(ofClaimsBy: actor)?.day
    case .judged: return nil
    }
  }

  package func ledgerAnswer() throws -> Document {
    Document(
      schema: "annals.forecasts/1", head: snapshot.position, asOf: asOf,
      columns: [
        Column("id") { .id($0["id"]) }, Column("asOf") { .date($0["asOf"]) },
        Column("forecaster", key: "forecaster"), Column("title", key: "title"),
        Column("expected") { .date($0["window"] == .null ? $0["median"] : $0["window"]) },
        Column("standing", key: "standing"), Column("resolved") { .date($0["resolved"]) },
        Column("came true", key: "cameTrue"),
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
      ],
      rows: try ledger().map(\.json))
  }

  /// The one forecast that a prefix of its id names.
  package func forecast(named prefix: String) throws -> LedgerRow {
    let rows = try ledger().filter { $0.id.description.hasPrefix(prefix.lowercased()) }
    guard rows.count <= 1, prefix.utf8.count >= 4 else {
      throw QueryError("“\(prefix)” names no single forecast", hint: "annals forecast list")
    }
    guard let row = rows.first else { throw NoSuchEvent(prefix: prefix) }
    return row
  }
}

extension LedgerRow {
  /// Everything about it as one object.
  package var detail: JSON {
    .object(
      [.init("schema", "annals.ledgerEntry/1")] + (json.members ?? []) + [
        .init("issue", entry.issued.change.data)
      ])
  }

  /// Makes the law again from the log as it stood, and says how it differs; nil when it is the same
  /// bit for bit, or when the entry was not made by annals.
  package func replayFault(_ question: Question) -> String? {
    let issue = entry.issue
    guard let method = issue.model.flatMap({ ForecastAnswer.models[$0] }),
      let position = issue.position,
      case .nextPhase(let sequence, _) = issue.rule
    else { return nil }
    do {
      let input = try question.forecastInput(sequence)
      let answer = try ForecastAnswer(
        issue.knownUntil == nil ? input.takingSilenceForLasting : input, method: method)
      guard let again = answer.issue(position: position) else { return "nothing to forecast" }
      if again.priorDigest != issue.priorDigest {
        return "the reference class has changed since it was issued"
      }
      return again == issue ? nil : "the same log gives another law"
    } catch {
      return "\(error)"
    }
  }
}

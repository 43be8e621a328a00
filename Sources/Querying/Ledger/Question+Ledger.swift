import EventModel
import Forecasting
public import JSONText
import Projections

extension Question {
  /// Every forecast of the ledger with its standing; none is left out.
  public func ledger() throws -> [LedgerRow] {
    try snapshot.ledger().map { LedgerRow($0, on: asOf) }
  }

  public func ledgerAnswer() throws -> Answer {
    Answer(
      schema: "annals.forecasts/1", head: snapshot.position, asOf: asOf,
      columns: [
        Column("id") { String(Column.text($0["id"]).prefix(8)) }, Column("asOf", key: "asOf"),
        Column("forecaster", key: "forecaster"), Column("title", key: "title"),
        Column("expected") { Column.text($0["window"] == .null ? $0["median"] : $0["window"]) },
        Column("standing", key: "standing"), Column("resolved", key: "resolved"),
        Column("came true") { row in
          row["cameTrue"]?.bool.map { $0 ? "yes" : "no" } ?? ""
        },
        Column("PIT", isNumeric: true) { row in
          row["pit"]?.double.map { "\(($0 * 100).rounded() / 100)" } ?? ""
        },
      ], rows: try ledger().map(\.json))
  }

  /// The one forecast that a prefix of its id names.
  public func forecast(named prefix: String) throws -> LedgerRow {
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
  public var detail: JSON {
    .object(
      [.init("schema", "annals.ledgerEntry/1")] + (json.members ?? []) + [
        .init("issue", entry.issued.change.data)
      ])
  }

  /// Makes the law again from the log as it stood, and says how it differs; nil when it is the same
  /// bit for bit, or when the entry was not made by annals.
  public func replayFault(_ question: Question) -> String? {
    let issue = entry.issue
    guard issue.model == ForecastAnswer.model, let position = issue.position,
      case .nextPhase(let sequence, _) = issue.rule
    else { return nil }
    do {
      let answer = try ForecastAnswer(question.forecastInput(sequence))
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

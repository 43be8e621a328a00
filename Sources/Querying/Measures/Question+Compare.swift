import EventModel
import JSONText
public import Projections

extension Question {
  /// What sources claim of a metric: a row a claim, conflicting claims side by side.
  public func claims(
    of metric: String, by actors: [String], in period: Period, atLeast: AmountCondition? = nil
  ) throws -> Answer {
    let claims = try snapshot.claims(
      of: metric, by: actors, from: period.first, to: period.last, atLeast: atLeast)
    return Answer(
      schema: "annals.claims/1", head: snapshot.position, asOf: asOf, period: period,
      columns: [
        Column("actor", key: "actor"),
        Column("value", isNumeric: true, Question.value),
        Column("unit") { Column.text($0["currency"] ?? $0["unit"]) },
        Column("period", key: "period"),
        Column("stance") { row in
          let stance = Column.text(row["stance"])
          return row["polarity"]?.string == "denied" ? "\(stance), denied" : stance
        },
        Column("attribution", key: "attribution"), Column("source", key: "source"),
      ], rows: claims.map(Question.row))
  }

  private static func row(_ claim: Claim) -> JSON {
    let (amount, event) = (claim.amount, claim.report.told.event)
    return .object([
      "actor": .string(claim.actor),
      "metric": .string(claim.metric),
      "value": .string(amount.value.description),
      amount.kind == .money ? "currency" : "unit": .string(amount.unit),
      "approx": .bool(amount.approximate),
      "bound": amount.bound.map { .string($0.rawValue) } ?? .null,
      "range": amount.range.map {
        .strings([$0.lowerBound.description, $0.upperBound.description])
      }
        ?? .null,
      "period": claim.period.map { .string($0.text) } ?? .null,
      "stance": .string(event.stance.rawValue),
      "polarity": .string(event.polarity.rawValue),
      "attribution": event.attribution.map(JSON.string) ?? .null,
      "event": .string(claim.report.event.description),
      "source": .string(claim.report.told.mention.url ?? claim.report.told.mention.source),
    ])
  }

  /// `~540,000,000`, `>80,000,000,000`, `2–3`.
  private static func value(_ row: JSON) -> String {
    let signs = ["over": ">", "under": "<", "at_least": "≥", "at_most": "≤", "nearly": "≲"]
    let sign = row["bound"]?.string.flatMap { signs[$0] } ?? (row["approx"] == true ? "~" : "")
    if let ends = row["range"]?.elements, ends.count == 2 {
      return sign + ends.map { grouped(Column.text($0)) }.joined(separator: "–")
    }
    return sign + grouped(Column.text(row["value"]))
  }

  /// Thousands set apart by commas.
  private static func grouped(_ number: String) -> String {
    let whole = number.prefix { $0 != "." }
    var out = ""
    for (index, digit) in whole.enumerated() {
      let left = whole.count - index
      if index > 0, left % 3 == 0, digit.isNumber, out.last != "-" { out.append(",") }
      out.append(digit)
    }
    return out + number.dropFirst(whole.count)
  }
}

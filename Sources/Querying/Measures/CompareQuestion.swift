import EventModel
import JSONText
package import Projections

extension Inquiry {
  package static let compare = Inquiry(
    "compare", "Compare what is claimed of a metric, source by source.", schema: "annals.claims/1",
    [
      Parameter("actors", .texts, "Companies or people; none means everybody."),
      Parameter(
        "metric", .text, "The metric, such as revenue, net_loss, valuation or gpu_count.",
        isRequired: true),
      Parameter("at-least", .text, "Only claims of at least this, largest first."),
    ] + Parameter.period
  ) { question, arguments in
    let metric = arguments.text("metric") ?? ""
    let metrics = try question.snapshot.metricNames()
    guard metrics.contains(metric) else {
      throw QueryError(
        "nobody claims a metric “\(metric)”",
        hint: nearest(to: metric, in: metrics).map { "did you mean “\($0)”?" }
          ?? "the metrics are \(metrics.joined(separator: ", "))")
    }
    return try question.claims(
      of: metric, by: arguments.texts("actors").map(question.actorName),
      in: arguments.period(today: question.today),
      atLeast: arguments.text("at-least").map { try AmountCondition(reading: $0) })
  }
}

extension Question {
  /// What sources claim of a metric: a row a claim, conflicting claims side by side.
  package func claims(
    of metric: String, by actors: [String], in period: Period, atLeast: AmountCondition? = nil
  ) throws -> Document {
    let claims = try snapshot.claims(
      of: metric, by: actors, from: period.first, to: period.last, atLeast: atLeast)
    return Document(
      schema: "annals.claims/1", head: snapshot.position, asOf: asOf, period: period,
      title: "\(metric) · \(period == .all ? "all periods" : period.text)",
      columns: Question.claimColumns, rows: claims.map(Question.row))
  }

  private static func row(_ claim: Claim) -> JSON {
    let (amount, event) = (claim.amount.contractJSON, claim.account.report.event)
    let mention = claim.account.report.mention
    func stated(_ keys: Set<String>) -> [JSON.Member] {
      (amount.members ?? []).filter { keys.contains($0.key) }
    }
    let what: JSON = .object(["actor": .string(claim.actor), "metric": .string(claim.metric)])
    let who: JSON = .object([
      "period": claim.period.map { .string($0.text) } ?? .null,
      "stance": .string(event.stance.rawValue),
      "polarity": .string(event.polarity.rawValue),
      "attribution": event.attribution.map(JSON.string) ?? .null,
      "event": .string(claim.event.description),
      "source": .string(mention.citation),
    ])
    return .object(
      (what.members ?? []) + stated(["value", "currency", "unit", "approx", "bound", "range"])
        + (who.members ?? []) + stated(["direction", "signed"])
        + [.init("url", mention.url.map(JSON.string) ?? .null)])
  }

  private static let claimColumns =
    [
      Column("actor", key: "actor"),
      Column("value", isNumeric: true) { StatedAmount($0)?.cell ?? .empty },
      Column("unit") { Cell($0["currency"] ?? $0["unit"]) },
      Column("period") { .date($0["period"]) }, Column("stance", Column.stance),
      Column("attribution", key: "attribution"), Column("source", key: "source"),
      Column("metric", key: "metric", for: .programs),
      Column("polarity", key: "polarity", for: .programs),
      Column("event", for: .programs) { .id($0["event"]) },
    ] + Column.parts(ofAmount: { $0 }) + [Column("url", for: .programs) { .url($0["url"]) }]
}

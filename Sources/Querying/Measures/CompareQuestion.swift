import EventModel
import JSONText
import Projections

extension Inquiry {
  package static let compare = Inquiry(
    "compare", "Compare what is claimed of a metric, source by source, or year by year.",
    schema: "annals.claims/1, with by annals.comparison/1",
    [
      Parameter("actors", .texts, "Companies or people; none means everybody."),
      Parameter(
        "metric", .text, "The metric, such as revenue, net_loss, valuation or gpu_count.",
        isRequired: true),
      Parameter("at-least", .text, "Only claims of at least this, largest first."),
      Parameter(
        "by", .choice(ComparisonInterval.allCases.map(\.rawValue)),
        "A matrix: a column a year or quarter."),
      Parameter("currency", .text, "Also in this currency, at the average rates of the year."),
      Parameter(
        "show", .choice(ClaimChoice.allCases.map(\.rawValue)),
        "best: one claim an actor and time; all: every claim, also where several say the same."),
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
    let period = try arguments.period(today: question.today)
    let currency = arguments.text("currency")?.uppercased()
    let choice: ClaimChoice? = arguments.choice("show")
    return try question.comparison(
      of: question.compared(
        metric, by: arguments.texts("actors"), in: period,
        atLeast: arguments.text("at-least").map { try AmountCondition(reading: $0) },
        currency: currency, isMerging: choice != .all),
      metric, in: period, currency: currency, by: arguments.choice("by"), show: choice)
  }
}

/// Which claims a comparison shows.
package enum ClaimChoice: String, CaseIterable, Sendable {
  /// Exact before approximate, official before reported before rumoured, what happened before what was
  /// foretold, the latest.
  case best
  case all
}

extension Question {
  /// What is claimed of a metric by some actors or by all, in another currency where one is asked for.
  func compared(
    _ metric: String, by actors: [String], in period: Period, atLeast: AmountCondition? = nil,
    currency: String? = nil, isMerging: Bool = true
  ) throws -> [ComparedClaim] {
    let tables = tables()
    if let currency, !tables.rates.currencies.contains(currency) {
      throw QueryError(
        "there are no rates of “\(currency)”",
        hint:
          "there are some of \(tables.rates.currencies.joined(separator: ", ")); --rates adds more")
    }
    let names = try names()
    let claims = try snapshot.claims(
      of: metric, by: actors.flatMap { names.all(try knownActor($0)) }, from: period.first,
      to: period.last, atLeast: atLeast)
    var rows = ComparedClaim.rows(
      claims, named: names.current, tables.fiscalYears, isMerging: isMerging)
    rows.noteRestated()
    for place in rows.indices {
      rows[place].isOvertaken = try isOvertaken(rows[place].head)
      let amount = rows[place].head.amount
      guard let currency, let own = amount.currency, own != currency, let year = rows[place].year
      else { continue }
      rows[place].conversion = tables.rates.conversion(from: own, to: currency, in: year)
    }
    return rows
  }

  /// Whether a rumour has become something else since.
  private func isOvertaken(_ claim: Claim) throws -> Bool {
    guard claim.account.report.event.stance == .rumoured,
      let event = try snapshot.event(claim.account.event)
    else { return false }
    return try snapshot.links(of: event).contains { $0.earlier == event.position }
  }

  /// The claims as rows, or as a matrix with a column a year or quarter.
  func comparison(
    of claims: [ComparedClaim], _ metric: String, in period: Period, currency: String?,
    by interval: ComparisonInterval?, show choice: ClaimChoice?
  ) -> Document {
    let when = period == .all ? "all periods" : period.text
    guard let interval else {
      let rows = (choice == .best ? claims.best : claims).map(\.json)
      let converted = rows.filter { $0["converted"]?.isNull == false }
      return Document(
        schema: "annals.claims/1", head: snapshot.position, asOf: asOf, period: period,
        title: "\(metric) · \(when)", columns: Column.claims(in: currency), rows: rows,
        footnotes: converted.isEmpty ? [] : ["* " + ClaimMark.conversion(converted)])
    }
    let comparison = Comparison(claims, by: interval, isWhole: choice == .all)
    let rows = comparison.json
    let notes = comparison.footnotes(of: rows)
    return Document(
      schema: Comparison.schema, head: snapshot.position, asOf: asOf, period: period,
      extras: [
        .init("metric", .string(metric)), .init("by", .string(interval.rawValue)),
        .init("currency", currency.map(JSON.string) ?? .null),
        .init("columns", .strings(comparison.columns.map(\.text))),
        .init("notes", .strings(notes)),
      ],
      title: "\(metric) · \(when)", columns: comparison.tableColumns, rows: rows,
      footnotes: notes)
  }
}

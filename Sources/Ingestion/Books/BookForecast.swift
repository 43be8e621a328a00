import EventModel
import JSONText

/// A public forecast as a book tells it, and how it turned out where that is known.
struct BookForecast: Equatable, Sendable {
  let issue: ForecastIssue
  let outcome: StatedOutcome?

  struct StatedOutcome: Equatable, Sendable {
    let date: CivilDay
    /// In the forecast's unit or as an amount; nil when it did not come true in its time.
    let value: Double?
    let source: String
  }
}

extension BookForecast {
  static let keys: Set = [
    "forecast", "forecaster", "issued", "unit", "began", "window", "amount", "rule", "outcome",
  ]

  init(json: JSON, mention: Mention) throws(FieldError) {
    guard let rule = json["rule"] else { throw json.missing("rule") }
    issue = ForecastIssue(
      title: try json.text("forecast"), forecaster: try json.text("forecaster"),
      asOf: try json.day("issued"), rule: try ResolutionRule(json: rule),
      unit: try json.word("unit", DurationUnit.self, of: "unit") ?? .year,
      began: try json.optionalDate("began")?.first, window: try json.optionalDate("window"),
      amount: try json["amount"].map { amount throws(FieldError) in try Amount(json: amount) },
      mention: mention)
    guard let told = json["outcome"] else {
      outcome = nil
      return
    }
    outcome = StatedOutcome(
      date: try told.day("date"), value: try told.optionalDouble("value"),
      source: try told.text("source"))
  }
}

package import JSONText

/// What decides a forecast, written before it is decided.
package enum ResolutionRule: Hashable, Sendable {
  /// The next phase of a sequence begins after the phase named. Where the events of a query begin its
  /// phases, the rule keeps the query, and the event that founded the phase.
  case nextPhase(
    sequence: String, after: String, query: String? = nil, event: RecordID? = nil)
  /// A source claims this metric of an actor for a period.
  case metric(actor: String, metric: String, period: PartialDate)
  /// A person judges by these words.
  case judged(String)

  /// The rule in words.
  package var sentence: String {
    switch self {
    case .nextPhase(let sequence, let phase, nil, _):
      "decided when the log learns that a phase of “\(sequence)” began after “\(phase)”"
    case .nextPhase(_, let phase, let query?, _):
      "decided by the first event of “\(query)” on a day after “\(phase)”"
    case .metric(let actor, let metric, let period):
      "decided by what sources claim as \(actor)'s \(metric) of \(period)"
    case .judged(let words): words
    }
  }
}

extension ResolutionRule {
  var json: JSON {
    switch self {
    case .nextPhase(let sequence, let phase, let query, let event):
      .object([
        "sequence": .string(sequence), "after": .string(phase), "query": query.map(JSON.string),
        "event": event.map(\.json),
      ])
    case .metric(let actor, let metric, let period):
      .object([
        "actor": .string(actor), "metric": .string(metric), "period": .string(period.text),
      ])
    case .judged(let words): .object(["judged": .string(words)])
    }
  }

  package init(json: JSON) throws(FieldError) {
    if let sequence = try json.optionalText("sequence") {
      self = .nextPhase(
        sequence: sequence, after: try json.text("after"), query: try json.optionalText("query"),
        event: try json.optionalRecordID("event"))
    } else if let actor = try json.optionalText("actor") {
      self = .metric(
        actor: actor, metric: try json.text("metric"), period: try json.date("period"))
    } else {
      self = .judged(try json.text("judged"))
    }
  }
}

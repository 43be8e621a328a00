import JSONText

/// Two events that are stages of one story, such as a rumour and what confirms it.
package struct EventLink: Equatable, Sendable {
  /// The earlier stage.
  package let from: RecordID
  /// The later stage.
  package let to: RecordID
  /// What the later one is to the earlier: `confirms`, `denies`, `completes`, `ends`, or ``none``.
  package let stage: String
  /// How sure that is, 0...1.
  package let score: Double
  package let author: Author
  /// The hand command that this belongs to.
  package let act: RecordID?
  package let reason: String

  package init(
    from: RecordID, to: RecordID, stage: String, score: Double, author: Author,
    act: RecordID? = nil, reason: String
  ) {
    self.from = from
    self.to = to
    self.stage = stage
    self.score = score
    self.author = author
    self.act = act
    self.reason = reason
  }
}

extension EventLink {
  /// What a person says of two that are no stages of one story.
  package static let none = "none"

  /// What an event is to one of an earlier stage.
  package static func stage(from earlier: Event, to later: Event) -> String {
    switch (later.stage, later.polarity) {
    case (.ended, .denied): "denies"
    case (.ended, _): "ends"
    default: earlier.stance == .rumoured ? "confirms" : "completes"
    }
  }

  var json: JSON {
    .object([
      "from": from.json,
      "to": to.json,
      "stage": .string(stage),
      "score": .number(score),
      "author": .string(author.text),
      "act": act.map(\.json),
      "reason": .string(reason),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      from: try json.recordID("from"),
      to: try json.recordID("to"),
      stage: try json.text("stage"),
      score: try json.optionalDouble("score") ?? 1,
      author: try json.author(),
      act: try json.optionalRecordID("act"),
      reason: try json.optionalText("reason") ?? "")
  }
}

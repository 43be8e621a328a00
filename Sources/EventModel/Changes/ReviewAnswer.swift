import JSONText

/// A person's answer to a question of a review about one report.
package struct ReviewAnswer: Equatable, Sendable {
  /// The report that was asked about, or the item of which no event was made.
  package let of: RecordID
  /// ``event``, or `same:` and the id of another event.
  package let question: String
  /// ``yes`` or ``no``.
  package let answer: String
  /// The hand command that this belongs to.
  package let act: RecordID?

  package init(of: RecordID, question: String, answer: String, act: RecordID? = nil) {
    self.of = of
    self.question = question
    self.answer = answer
    self.act = act
  }
}

extension ReviewAnswer {
  /// Whether it tells an event of the industry, of the type that stands there.
  package static let event = "event"
  /// Whether it tells the same as another event.
  package static func same(as other: RecordID) -> String { "same:\(other)" }

  package static let yes = "yes"
  package static let no = "no"

  /// What it says of the report; nil where it was asked something else.
  package var tellsEvent: Bool? {
    question == ReviewAnswer.event ? answer == ReviewAnswer.yes : nil
  }
}

extension ReviewAnswer {
  var json: JSON {
    .object([
      "of": of.json,
      "question": .string(question),
      "answer": .string(answer),
      "act": act.map(\.json),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      of: try json.recordID("of"),
      question: try json.text("question"),
      answer: try json.text("answer"),
      act: try json.optionalRecordID("act"))
  }
}

import JSONText

/// A person's answer to a question of a review about one report.
package struct ReviewAnswer: Equatable, Sendable {
  /// The report that was asked about.
  package let of: RecordID
  /// Such as `type` or `same-event`.
  package let question: String
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

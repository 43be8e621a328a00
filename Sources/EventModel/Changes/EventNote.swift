import JSONText

/// A person's words about an event; empty words take the note back.
package struct EventNote: Equatable, Sendable {
  /// The event.
  package let of: RecordID
  package let text: String
  /// The hand command that this belongs to.
  package let act: RecordID?

  package init(of: RecordID, text: String, act: RecordID? = nil) {
    self.of = of
    self.text = text
    self.act = act
  }
}

extension EventNote {
  var json: JSON {
    .object([
      "of": of.json,
      "text": .string(text),
      "act": act.map(\.json),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      of: try json.recordID("of"),
      text: try json.optionalText("text") ?? "",
      act: try json.optionalRecordID("act"))
  }
}

import JSONText

/// A report that no longer counts. When an event's last report is retracted, so is the event.
package struct EventRetraction: Equatable, Sendable {
  /// The record that reported or mentioned the event.
  package let of: RecordID
  package let author: Author
  /// The hand command that this belongs to.
  package let act: RecordID?
  package let reason: String

  package init(of: RecordID, author: Author, act: RecordID? = nil, reason: String) {
    self.of = of
    self.author = author
    self.act = act
    self.reason = reason
  }
}

extension EventRetraction {
  var json: JSON {
    .object([
      "of": of.json,
      "author": .string(author.text),
      "act": act.map(\.json),
      "reason": .string(reason),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      of: try json.recordID("of"),
      author: try json.author(),
      act: try json.optionalRecordID("act"),
      reason: try json.optionalText("reason") ?? "")
  }
}

import JSONText

/// Two events that turned out to be one: all reports of `other` are from now on reports of `into`.
package struct EventMerge: Equatable, Sendable {
  package let into: RecordID
  package let other: RecordID
  package let author: Author
  /// The hand command that this belongs to.
  package let act: RecordID?
  package let reason: String

  package init(
    into: RecordID, other: RecordID, author: Author, act: RecordID? = nil, reason: String
  ) {
    self.into = into
    self.other = other
    self.author = author
    self.act = act
    self.reason = reason
  }
}

extension EventMerge {
  var json: JSON {
    .object([
      "into": into.json,
      "other": other.json,
      "author": .string(author.text),
      "act": act.map(\.json),
      "reason": .string(reason),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      into: try json.recordID("into"),
      other: try json.recordID("other"),
      author: try json.author(),
      act: try json.optionalRecordID("act"),
      reason: try json.optionalText("reason") ?? "")
  }
}

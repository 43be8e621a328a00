import JSONText

/// A report that tells of another event than the one it was counted under; it founds its own.
package struct EventSplit: Equatable, Sendable {
  /// The record that mentioned the event.
  package let mention: RecordID
  package let author: Author
  /// The hand command that this belongs to.
  package let act: RecordID?
  package let reason: String

  package init(mention: RecordID, author: Author, act: RecordID? = nil, reason: String) {
    self.mention = mention
    self.author = author
    self.act = act
    self.reason = reason
  }
}

extension EventSplit {
  var json: JSON {
    .object([
      "mention": mention.json,
      "author": .string(author.text),
      "act": act.map(\.json),
      "reason": .string(reason),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      mention: try json.recordID("mention"),
      author: try json.author(),
      act: try json.optionalRecordID("act"),
      reason: try json.optionalText("reason") ?? "")
  }
}

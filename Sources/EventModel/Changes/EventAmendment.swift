import JSONText

/// A better account of what one report says.
package struct EventAmendment: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    /// The whole event as it is believed now: a machine's new coding, a corrected row of a book. Of a
    /// person (first version), what differs from the event believed till then is meant.
    case whole(Event)
    /// Some of its fields; the others stay as they are.
    case fields(EventPatch)
  }

  /// The record that reported or mentioned the event.
  package let of: RecordID
  package let content: Content
  /// The source as it is known now; nil leaves it as it was.
  package let mention: Mention?
  package let author: Author
  /// The hand command that this belongs to.
  package let act: RecordID?
  package let reason: String

  package init(
    of report: RecordID, _ content: Content, mention: Mention? = nil, author: Author,
    act: RecordID? = nil, reason: String
  ) {
    self.of = report
    self.content = content
    self.mention = mention
    self.author = author
    self.act = act
    self.reason = reason
  }
}

extension EventAmendment {
  var json: JSON {
    let (event, fields): (JSON?, JSON?) =
      switch content {
      case .whole(let event): (event.json, nil)
      case .fields(let patch): (nil, .object(patch.fields))
      }
    return .object([
      "of": of.json, "event": event, "fields": fields, "mention": mention.map(\.json),
      "author": .string(author.text), "act": act.map(\.json), "reason": .string(reason),
    ])
  }

  init(json: JSON) throws(FieldError) {
    let content: Content =
      if let fields = json["fields"] {
        .fields(try EventPatch(json: fields))
      } else {
        .whole(try Event(json: json["event"] ?? .null))
      }
    self.init(
      of: try json.recordID("of"), content,
      mention: try json["mention"].map { json throws(FieldError) in try Mention(json: json) },
      author: try json.author(), act: try json.optionalRecordID("act"),
      reason: try json.optionalText("reason") ?? "")
  }
}

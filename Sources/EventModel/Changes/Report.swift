import JSONText

/// An event as one source tells it. The first report of an event founds it: the event bears the id
/// of that record.
package struct Report: Equatable, Sendable {
  package let event: Event
  package let mention: Mention
  /// The hand command that this belongs to.
  package let act: RecordID?

  package init(event: Event, mention: Mention, act: RecordID? = nil) {
    self.event = event
    self.mention = mention
    self.act = act
  }

  /// Who coded or wrote the event.
  package var author: Author {
    if act != nil { return .person }
    if let book = mention.book { return .book(book) }
    let isCoded = mention.item != nil || event.evidence != nil
    return isCoded ? .coder(event.evidence?.coder ?? "") : .person
  }
}

extension Report {
  var json: JSON {
    .object(["event": event.json, "mention": mention.json, "act": act.map(\.json)])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      event: try Event(json: json["event"] ?? .null), mention: try Mention(json: json["mention"]),
      act: try json.optionalRecordID("act"))
  }
}

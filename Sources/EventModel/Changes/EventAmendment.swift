import JSONText

/// A better account of what one report says, put in the place of the former one.
public struct EventAmendment: Equatable, Sendable {
  /// The record that reported or mentioned the event.
  public let of: RecordID
  /// The whole event as it is believed now.
  public let event: Event
  /// The source as it is known now; nil leaves it as it was.
  public let mention: Mention?
  public let reason: String

  public init(of report: RecordID, event: Event, mention: Mention? = nil, reason: String) {
    self.of = report
    self.event = event
    self.mention = mention
    self.reason = reason
  }
}

extension EventAmendment {
  var json: JSON {
    .object([
      "of": of.json, "event": event.json, "mention": mention.map(\.json),
      "reason": .string(reason),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      of: try json.recordID("of"), event: try Event(json: json["event"] ?? .null),
      mention: try json["mention"].map { json throws(FieldError) in try Mention(json: json) },
      reason: try json.optionalText("reason") ?? "")
  }
}

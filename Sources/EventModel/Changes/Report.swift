import JSONText

/// An event as one source tells it. The first report of an event founds it: the event bears the id
/// of that record.
public struct Report: Equatable, Sendable {
  public let event: Event
  public let mention: Mention

  public init(event: Event, mention: Mention) {
    self.event = event
    self.mention = mention
  }
}

extension Report {
  var json: JSON { .object(["event": event.json, "mention": mention.json]) }

  init(json: JSON) throws(FieldError) {
    self.init(
      event: try Event(json: json["event"] ?? .null), mention: try Mention(json: json["mention"]))
  }
}

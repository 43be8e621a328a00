import JSONText

/// A report that tells of another event than the one it was counted under; it founds its own.
public struct EventSplit: Equatable, Sendable {
  /// The record that mentioned the event.
  public let mention: RecordID
  public let reason: String

  public init(mention: RecordID, reason: String) {
    self.mention = mention
    self.reason = reason
  }
}

extension EventSplit {
  var json: JSON { .object(["mention": mention.json, "reason": .string(reason)]) }

  init(json: JSON) throws(FieldError) {
    self.init(
      mention: try json.recordID("mention"), reason: try json.optionalText("reason") ?? "")
  }
}

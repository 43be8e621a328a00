import JSONText

/// Two events that turned out to be one: all reports of `other` are from now on reports of `into`.
public struct EventMerge: Equatable, Sendable {
  public let into: RecordID
  public let other: RecordID
  public let reason: String

  public init(into event: RecordID, other: RecordID, reason: String) {
    self.into = event
    self.other = other
    self.reason = reason
  }
}

extension EventMerge {
  var json: JSON {
    .object(["into": into.json, "other": other.json, "reason": .string(reason)])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      into: try json.recordID("into"), other: try json.recordID("other"),
      reason: try json.optionalText("reason") ?? "")
  }
}

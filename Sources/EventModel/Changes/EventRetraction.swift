import JSONText

/// A report that no longer counts. When an event's last report is retracted, so is the event.
public struct EventRetraction: Equatable, Sendable {
  /// The record that reported or mentioned the event.
  public let of: RecordID
  public let reason: String

  public init(of report: RecordID, reason: String) {
    self.of = report
    self.reason = reason
  }
}

extension EventRetraction {
  var json: JSON { .object(["of": of.json, "reason": .string(reason)]) }

  init(json: JSON) throws(FieldError) {
    self.init(of: try json.recordID("of"), reason: try json.optionalText("reason") ?? "")
  }
}

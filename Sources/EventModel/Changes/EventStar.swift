import JSONText

/// An event that a person marks as important, or no longer.
package struct EventStar: Equatable, Sendable {
  /// The event.
  package let of: RecordID
  package let isOn: Bool
  /// The hand command that this belongs to.
  package let act: RecordID?

  package init(of: RecordID, isOn: Bool, act: RecordID? = nil) {
    self.of = of
    self.isOn = isOn
    self.act = act
  }
}

extension EventStar {
  var json: JSON {
    .object([
      "of": of.json,
      "isOn": .bool(isOn),
      "act": act.map(\.json),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      of: try json.recordID("of"),
      isOn: try json.optionalBool("isOn") ?? true,
      act: try json.optionalRecordID("act"))
  }
}

import JSONText

/// A word that a person puts on an event, or takes off again.
package struct EventTag: Equatable, Sendable {
  /// The event.
  package let of: RecordID
  package let tag: String
  /// False takes it off.
  package let isOn: Bool
  /// The hand command that this belongs to.
  package let act: RecordID?

  package init(of: RecordID, tag: String, isOn: Bool, act: RecordID? = nil) {
    self.of = of
    self.tag = tag
    self.isOn = isOn
    self.act = act
  }
}

extension EventTag {
  var json: JSON {
    .object([
      "of": of.json,
      "tag": .string(tag),
      "isOn": .bool(isOn),
      "act": act.map(\.json),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      of: try json.recordID("of"),
      tag: try json.text("tag"),
      isOn: try json.optionalBool("isOn") ?? true,
      act: try json.optionalRecordID("act"))
  }
}

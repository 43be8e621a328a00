import JSONText

/// A hand command taken back: its records are folded as if they had not been written. Itself an act,
/// it can be undone too.
package struct ActUndoing: Equatable, Sendable {
  /// The act that is undone.
  package let of: RecordID
  package let act: RecordID
  package let reason: String

  package init(of: RecordID, act: RecordID, reason: String) {
    self.of = of
    self.act = act
    self.reason = reason
  }
}

extension ActUndoing {
  var json: JSON {
    .object([
      "of": of.json,
      "act": act.json,
      "reason": .string(reason),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      of: try json.recordID("of"),
      act: try json.recordID("act"),
      reason: try json.optionalText("reason") ?? "")
  }
}

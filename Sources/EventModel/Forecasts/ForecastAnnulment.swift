import JSONText

/// A forecast that cannot be decided fairly; it stays visible, and is not scored.
package struct ForecastAnnulment: Hashable, Sendable {
  package let of: RecordID
  package let reason: String
  /// The hand command that this belongs to.
  package let act: RecordID?

  package init(of forecast: RecordID, reason: String, act: RecordID? = nil) {
    self.of = forecast
    self.reason = reason
    self.act = act
  }
}

extension ForecastAnnulment {
  var json: JSON { .object(["of": of.json, "reason": .string(reason), "act": act.map(\.json)]) }

  init(json: JSON) throws(FieldError) {
    self.init(
      of: try json.recordID("of"), reason: try json.text("reason"),
      act: try json.optionalRecordID("act"))
  }
}

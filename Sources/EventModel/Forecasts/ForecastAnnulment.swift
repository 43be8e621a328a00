import JSONText

/// A forecast that cannot be decided fairly; it stays visible, and is not scored.
package struct ForecastAnnulment: Hashable, Sendable {
  package let of: RecordID
  package let reason: String

  package init(of forecast: RecordID, reason: String) {
    self.of = forecast
    self.reason = reason
  }
}

extension ForecastAnnulment {
  var json: JSON { .object(["of": of.json, "reason": .string(reason)]) }

  init(json: JSON) throws(FieldError) {
    self.init(of: try json.recordID("of"), reason: try json.text("reason"))
  }
}

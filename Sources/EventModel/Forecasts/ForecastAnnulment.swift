import JSONText

/// A forecast that cannot be decided fairly; it stays visible, and is not scored.
public struct ForecastAnnulment: Hashable, Sendable {
  public let of: RecordID
  public let reason: String

  public init(of forecast: RecordID, reason: String) {
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

import JSONText

/// The log was restored from a backup that ended at a position.
public struct LogRestoration: Equatable, Sendable {
  public let position: Int64
  /// Of the head of the backup, in hexadecimal digits.
  public let hash: String
  public let reason: String

  public init(position: Int64, hash: String, reason: String) {
    self.position = position
    self.hash = hash
    self.reason = reason
  }
}

extension LogRestoration {
  var json: JSON {
    .object([
      "position": .number(position),
      "hash": .string(hash),
      "reason": .string(reason),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      position: try json.optionalInteger("position") ?? 0,
      hash: try json.text("hash"),
      reason: try json.optionalText("reason") ?? "")
  }
}

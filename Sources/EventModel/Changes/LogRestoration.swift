import JSONText

/// The log was restored from a backup that ended at a position.
package struct LogRestoration: Equatable, Sendable {
  package let position: Int64
  /// Of the head of the backup, in hexadecimal digits.
  package let hash: String
  package let reason: String

  package init(position: Int64, hash: String, reason: String) {
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

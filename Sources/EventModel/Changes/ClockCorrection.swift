import JSONText

/// The log's clock had run ahead: what was recorded till here after `to` counts as recorded at `to`.
package struct ClockCorrection: Equatable, Sendable {
  /// The time of the last record before.
  package let from: Instant
  /// The time it really was.
  package let to: Instant

  package init(from: Instant, to: Instant) {
    self.from = from
    self.to = to
  }
}

extension ClockCorrection {
  var json: JSON {
    .object([
      "from": .string(from.description),
      "to": .string(to.description),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      from: try json.instant("from"),
      to: try json.instant("to"))
  }
}

import JSONText

/// Until when a source is known to have told what there was to tell.
package struct StatedCoverage: Equatable, Sendable {
  /// A feed by its identity, `book:NAME`, or `sequence:NAME`.
  package let source: String
  package let until: PartialDate
  package let author: Author
  package let reason: String

  package init(source: String, until: PartialDate, author: Author, reason: String) {
    self.source = source
    self.until = until
    self.author = author
    self.reason = reason
  }
}

extension StatedCoverage {
  /// The name under which the coverage of a sequence is stated.
  package static func source(ofSequence name: String) -> String { "sequence:\(name)" }

  var json: JSON {
    .object([
      "source": .string(source),
      "until": .string(until.text),
      "author": .string(author.text),
      "reason": .string(reason),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      source: try json.text("source"),
      until: try json.date("until"),
      author: try json.author(),
      reason: try json.optionalText("reason") ?? "")
  }
}

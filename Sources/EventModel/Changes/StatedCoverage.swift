import JSONText

/// Until when a source is known to have told what there was to tell.
package struct StatedCoverage: Equatable, Sendable {
  /// A feed, a book, or a sequence.
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

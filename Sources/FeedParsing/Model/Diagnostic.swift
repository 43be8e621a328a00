/// Something a document does wrong, and what was done about it.
package struct Diagnostic: Sendable, Equatable {
  package enum Severity: String, Sendable { case note, warning, error }

  package var severity: Severity
  /// The line of the document, counted from 1; 0 when it concerns the whole.
  package var line: Int
  package var message: String

  package init(_ severity: Severity, line: Int, _ message: String) {
    self.severity = severity
    self.line = line
    self.message = message
  }
}

extension Diagnostic {
  /// - Parameter item: counted from 0; nil when the date is the feed's.
  static func impossibleDate(_ claimed: String, ofItem item: Int?) -> Diagnostic {
    let whose = item.map { "item \($0 + 1)" } ?? "the feed"
    return Diagnostic(
      .warning, line: 0, "the date of \(whose) cannot be right and is not believed: \(claimed)")
  }
}

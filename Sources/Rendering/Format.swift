package import Querying

/// A way to write a document. One file a format.
package protocol Format: Sendable {
  /// Hands on the text, some of it at a time; its last line is ended.
  func write(_ document: Document, to output: (String) throws -> Void) rethrows
}

extension Format {
  /// The whole text.
  package func text(_ document: Document) -> String {
    var text = ""
    write(document) { text += $0 }
    return text
  }
}

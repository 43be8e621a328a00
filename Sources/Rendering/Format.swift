public import Querying

/// A way to write a document. One file a format.
public protocol Format: Sendable {
  /// Hands on the text, some of it at a time; its last line is ended.
  func write(_ document: Document, to output: (String) throws -> Void) rethrows
}

extension Format {
  /// The whole text.
  public func text(_ document: Document) -> String {
    var text = ""
    write(document) { text += $0 }
    return text
  }
}

import JSONText
package import Querying

/// The whole document as one JSON object of its contract.
package struct JSONFormat: Format {
  package init() {}

  package func write(_ document: Document, to output: (String) throws -> Void) rethrows {
    try output(SafeText.json(document.json) + "\n")
  }
}

/// A JSON object a row, one to a line, without the envelope.
package struct JSONLinesFormat: Format {
  package init() {}

  package func write(_ document: Document, to output: (String) throws -> Void) rethrows {
    for line in document.lines { try output(SafeText.json(line) + "\n") }
  }
}

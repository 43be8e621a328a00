package import Querying

/// The chart of a document as a file of SVG; nothing where it has none, see ``Figure``.
package struct SVGFormat: Format {
  package init() {}

  package func write(_ document: Document, to output: (String) throws -> Void) rethrows {
    if let figure = Figure(document) { try output(figure.svg.markup + "\n") }
  }
}

package import Querying

/// A fragment of HTML to put into a page: a heading, and the tables, facts and notes that people read.
package struct HTMLFormat: Format {
  package init() {}

  package func write(_ document: Document, to output: (String) throws -> Void) rethrows {
    let heading = (document.title ?? document.subject?.title).map { [Node("h2", [], $0)] } ?? []
    let section = Node("section", [.class("annals-answer")], heading + document.nodes)
    try output(section.markup + "\n")
  }
}

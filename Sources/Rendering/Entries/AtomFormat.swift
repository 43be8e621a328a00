package import Querying

/// Atom (RFC 4287): an entry for each event or forecast, with an id that stays and a date that moves when
/// it is corrected.
package struct AtomFormat: Format {
  /// Where the feed itself is found; nil where it is a file.
  private let address: String?

  package init(address: String? = nil) { self.address = address }

  package func write(_ document: Document, to output: (String) throws -> Void) rethrows {
    let entries = document.entries
    try output("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    try output("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
    let head = [
      element("id", document.feedURN), element("title", document.feedTitle),
      element("updated", document.updated(entries)),
      "<author><name>annals</name></author>", element("generator", "annals"),
    ]
    try output((head + selfLink).map { "  \($0)\n" }.joined())
    for entry in entries {
      let lines = parts(of: entry).map { "    \($0)\n" }.joined()
      try output("  <entry>\n\(lines)  </entry>\n")
    }
    try output("</feed>\n")
  }

  private var selfLink: [String] {
    address.map { [empty("link", [("rel", "self"), ("href", $0)])] } ?? []
  }

  private func parts(of entry: Entry) -> [String] {
    let links = entry.addresses.enumerated().map { place, address in
      empty(
        "link",
        [("rel", place == 0 ? "alternate" : "related"), ("href", SafeText.address(address))])
    }
    let authors = entry.sources.map { "<author>\(element("name", $0))</author>" }
    return [
      element("id", Entry.urn(entry.id)), element("title", entry.title),
      element("updated", entry.updated), element("published", entry.recorded),
    ] + authors + links + [
      empty("category", [("term", entry.kind)]),
      element("content", entry.facts.joined(separator: "\n")),
    ]
  }

  private func element(_ name: String, _ text: String) -> String {
    "<\(name)>\(AtomFormat.escaped(text))</\(name)>"
  }

  private func empty(_ name: String, _ attributes: [(String, String)]) -> String {
    let written = attributes.map { " \($0)=\"\(AtomFormat.escaped($1))\"" }.joined()
    return "<\(name)\(written)/>"
  }

  /// As text or the value of an attribute.
  private static func escaped(_ text: String) -> String {
    SafeText.xml(
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;").replacing("\"", with: "&quot;"))
  }
}

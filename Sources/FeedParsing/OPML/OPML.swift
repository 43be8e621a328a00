/// A subscription list, read and written.
package struct OPML: Sendable, Equatable {
  package var title: String?
  package var outlines: [OPMLOutline]
  /// What the list holds that is no feed, one by one, in words.
  package internal(set) var leftOut: [String] = []

  package init(title: String? = nil, outlines: [OPMLOutline]) {
    self.title = title
    self.outlines = outlines
  }

  /// A feed of the list, with the titles of the groups around it, outermost first.
  package struct Subscription: Sendable, Equatable {
    package let title: String
    package let xmlURL: String
    package let htmlURL: String?
    package let groups: [String]
  }

  /// Every feed in document order.
  package var subscriptions: [Subscription] { Self.collect(outlines, under: []) }

  private static func collect(_ outlines: [OPMLOutline], under groups: [String]) -> [Subscription] {
    outlines.flatMap { outline -> [Subscription] in
      guard let xmlURL = outline.xmlURL else {
        return collect(outline.children, under: groups + [outline.title])
      }
      let feed = Subscription(
        title: outline.title, xmlURL: xmlURL, htmlURL: outline.htmlURL, groups: groups)
      return [feed] + collect(outline.children, under: groups)
    }
  }
}

extension OPML {
  /// The list as OPML 2.0; reading it back gives an equal list.
  package var text: String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<opml version=\"2.0\">", "  <head>",
    ]
    if let title { lines.append("    <title>\(HTMLText.escape(title))</title>") }
    lines += ["  </head>", "  <body>"]
    for outline in outlines { Self.write(outline, indent: "    ", into: &lines) }
    lines += ["  </body>", "</opml>", ""]
    return lines.joined(separator: "\n")
  }

  private static func write(_ outline: OPMLOutline, indent: String, into lines: inout [String]) {
    var attributes: [(String, String)] = [("text", outline.title), ("title", outline.title)]
    if let url = outline.xmlURL { attributes += [("type", "rss"), ("xmlUrl", url)] }
    if let url = outline.htmlURL { attributes.append(("htmlUrl", url)) }
    let tag = attributes.map { "\($0)=\"\(HTMLText.escapeAttribute($1))\"" }
      .joined(separator: " ")
    guard !outline.children.isEmpty else { return lines.append("\(indent)<outline \(tag)/>") }
    lines.append("\(indent)<outline \(tag)>")
    for child in outline.children { write(child, indent: indent + "  ", into: &lines) }
    lines.append("\(indent)</outline>")
  }
}

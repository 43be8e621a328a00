/// A line of a subscription list: a feed, or a group of outlines (OPML 2.0).
package struct OPMLOutline: Sendable, Equatable {
  package var title: String
  /// The feed's address; nil for a group.
  package var xmlURL: String?
  package var htmlURL: String?
  package var children: [OPMLOutline]

  package init(
    title: String, xmlURL: String? = nil, htmlURL: String? = nil, children: [OPMLOutline] = []
  ) {
    self.title = title
    self.xmlURL = xmlURL
    self.htmlURL = htmlURL
    self.children = children
  }
}

/// A line of a subscription list: a feed, or a group of outlines (OPML 2.0).
public struct OPMLOutline: Sendable, Equatable {
  public var title: String
  /// The feed's address; nil for a group.
  public var xmlURL: String?
  public var htmlURL: String?
  public var children: [OPMLOutline]

  public init(
    title: String, xmlURL: String? = nil, htmlURL: String? = nil, children: [OPMLOutline] = []
  ) {
    self.title = title
    self.xmlURL = xmlURL
    self.htmlURL = htmlURL
    self.children = children
  }
}

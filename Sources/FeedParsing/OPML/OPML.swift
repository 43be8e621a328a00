/// A subscription list, read and written.
public struct OPML: Sendable, Equatable {
  public var title: String?
  public var outlines: [OPMLOutline]

  public init(title: String? = nil, outlines: [OPMLOutline]) {
    self.title = title
    self.outlines = outlines
  }

  /// A feed of the list, with the titles of the groups around it, outermost first.
  public struct Subscription: Sendable, Equatable {
    public let title: String
    public let xmlURL: String
    public let htmlURL: String?
    public let groups: [String]
  }

  /// Every feed in document order.
  public var subscriptions: [Subscription] { Self.collect(outlines, under: []) }

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

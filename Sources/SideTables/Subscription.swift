public import EventModel

/// A feed that is followed.
public struct Subscription: Equatable, Sendable {
  /// The address under which it was first subscribed to; it names the feed for good.
  public let feed: String
  /// Where it is asked now.
  public var url: String
  public var title: String
  /// The titles of the groups around it, outermost first.
  public var groups: [String]
  /// The page that the feed belongs to.
  public var site: String?
  /// Seconds between two polls; nil leaves it to the feed's rhythm.
  public var interval: Int?
  /// Header lines to send along, such as `Authorization: …`.
  public var headers: [String]
  public var added: Instant

  public init(
    url: String, title: String, groups: [String] = [], site: String? = nil, interval: Int? = nil,
    headers: [String] = [], added: Instant
  ) {
    self.init(
      feed: url, url: url, title: title, groups: groups, site: site, interval: interval,
      headers: headers, added: added)
  }

  init(
    feed: String, url: String, title: String, groups: [String], site: String?, interval: Int?,
    headers: [String], added: Instant
  ) {
    self.feed = feed
    self.url = url
    self.title = title
    self.groups = groups
    self.site = site
    self.interval = interval
    self.headers = headers
    self.added = added
  }
}

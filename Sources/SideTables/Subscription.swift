package import EventModel

/// A feed that is followed.
package struct Subscription: Equatable, Sendable {
  /// The address under which it was first subscribed to, without its secrets; it names the feed for
  /// good.
  package let feed: String
  /// Where it is asked now, without its secrets.
  package var url: String
  package var title: String
  /// The titles of the groups around it, outermost first.
  package var groups: [String]
  /// The page that the feed belongs to.
  package var site: String?
  /// Seconds between two polls; nil leaves it to the feed's rhythm.
  package var interval: Int?
  /// What belongs to a request beside ``url``; never shown.
  package var secrets: FeedSecrets
  /// Whether its host may have a private address.
  package var allowsPrivate: Bool
  package var added: Instant

  /// - Parameters:
  ///   - url: the whole address, with its secrets.
  ///   - headers: lines to send along, such as `Authorization: …`.
  package init(
    url: String, title: String, groups: [String] = [], site: String? = nil, interval: Int? = nil,
    headers: [String] = [], allowsPrivate: Bool = false, added: Instant
  ) {
    let shown = Redaction.address(url)
    self.init(
      feed: shown, url: shown, title: title == url ? shown : Redaction.text(title), groups: groups,
      site: site.map(Redaction.address), interval: interval,
      secrets: FeedSecrets(of: url, headers: headers), allowsPrivate: allowsPrivate, added: added)
  }

  init(
    feed: String, url: String, title: String, groups: [String], site: String?, interval: Int?,
    secrets: FeedSecrets, allowsPrivate: Bool, added: Instant
  ) {
    self.feed = feed
    self.url = url
    self.title = title
    self.groups = groups
    self.site = site
    self.interval = interval
    self.secrets = secrets
    self.allowsPrivate = allowsPrivate
    self.added = added
  }

  /// The whole address to ask; nil when a secret of it is missing.
  package var address: String? { secrets.whole(url) }

  /// Takes the feed's own title where there is only an address yet.
  mutating func learn(title: String) {
    let isAddress = [feed, url].contains { $0 == self.title || $0.hasPrefix(self.title + "#") }
    guard !title.isEmpty, isAddress || self.title.isEmpty else { return }
    self.title = Redaction.text(title)
  }

  /// Whether an address names this feed, whatever secrets are in it.
  package func isAt(_ address: String) -> Bool {
    [url, feed].contains(Redaction.address(address))
  }
}

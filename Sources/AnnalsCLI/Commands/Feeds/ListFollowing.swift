import EventLog
import EventModel
import FeedFetching
import FeedParsing
import SideTables

/// What following the feeds of subscription lists came to.
struct ListFollowing {
  fileprivate(set) var added = 0
  fileprivate(set) var known = 0
  /// Addresses that cannot be followed, and why, a line each.
  fileprivate(set) var unusable: [String] = []
  /// What the lists hold that is no feed, a line each.
  let leftOut: [String]
  /// Whether the lists hold anything at all.
  private let isEmpty: Bool

  init(of lists: [OPML]) {
    leftOut = lists.flatMap(\.leftOut)
    isEmpty = lists.allSatisfy(\.outlines.isEmpty) && leftOut.isEmpty
  }

  var sentence: String {
    "following \(added) \(added == 1 ? "feed" : "feeds") more"
      + (known > 0 ? "; \(known) \(known == 1 ? "was" : "were") known" : "")
  }

  /// Throws when some addresses, or all, cannot be followed.
  func conclude() throws {
    if added + known == 0, !isEmpty {
      throw Failure(.no, "the list holds no feed that can be followed", details: unusable)
    }
    if !unusable.isEmpty {
      let count = unusable.count
      throw Failure(
        .partly, "\(count) \(count == 1 ? "address" : "addresses") cannot be followed",
        details: unusable)
    }
  }
}

extension Store {
  /// Follows the feeds of lists that are not followed yet.
  func follow(_ lists: [OPML], now: Instant) throws -> ListFollowing {
    try write { transaction in
      try SideSchema.prepare(transaction)
      let table = SubscriptionTable(transaction)
      var following = ListFollowing(of: lists)
      for feed in lists.flatMap(\.subscriptions) {
        let url: FeedURL
        do { url = try FeedURL(of: feed) } catch {
          let title = feed.title == feed.xmlURL ? "" : "\(feed.title): "
          following.unusable.append("\(title)\(error)")
          continue
        }
        // Some lists have the address for a title, in whatever spelling.
        let isUntitled = feed.title.isEmpty || (try? FeedURL(feed.title).shown) == url.shown
        let new = Subscription(
          url: url.text, title: isUntitled ? url.text : feed.title, groups: feed.groups,
          site: feed.htmlURL, added: now)
        if try table.follow(new) == .added { following.added += 1 } else { following.known += 1 }
      }
      return following
    }
  }
}

extension FeedURL {
  /// The address of a feed in a list; one that is relative is so to the feed's page.
  fileprivate init(of feed: OPML.Subscription) throws {
    let page = feed.xmlURL.hasPrefix("/") ? feed.htmlURL.flatMap { try? FeedURL($0) } : nil
    try self.init(feed.xmlURL, relativeTo: page)
  }
}

import EventModel
import FeedFetching
import FeedParsing
import Rendering

/// A feed that was looked for, fetched and read.
struct FoundFeed {
  /// With its secrets.
  let url: String
  /// What it calls itself, and what the page that names it calls it.
  let title: String
  let label: String
  let site: String?
  /// Whether it answers from an address that is not public.
  let isPrivate: Bool
  /// Whether the headers that were given for the address typed may be sent to it too.
  let takesHeaders: Bool
  private let format: FeedFormat
  /// The addresses of its items.
  private let items: Set<String>

  /// nil when the answer is no feed.
  ///
  /// - Parameters:
  ///   - target: where it was asked for, when `asked` was typed.
  ///   - label: what a page calls it.
  init?(_ response: Response, at target: FeedURL, asked: FeedURL, label: String?) {
    guard
      let feed = try? FeedParser.parse(
        response.body, contentType: response.headers["content-type"], baseURL: response.url)
    else { return nil }
    let own = feed.shownTitle
    let given = label.map(SafeText.line) ?? ""
    url = response.permanentURL ?? target.text
    title = !own.isEmpty ? own : !given.isEmpty ? given : response.url
    self.label = given.isEmpty ? title : given
    site = feed.url
    isPrivate = response.isPrivate
    takesHeaders = target.isTrusted(by: asked)
    format = feed.format
    items = Set(feed.items.compactMap(\.url))
  }
}

extension Feed {
  /// What it calls itself, in one line that is safe to show; empty when it does not say.
  var shownTitle: String { title.map { SafeText.line($0.plainText) } ?? "" }
}

extension [FoundFeed] {
  /// Without those that are another once more: at the same place, or the same items in another format.
  /// Comments on the items are left out where there are items too.
  var distinct: [FoundFeed] {
    let feeds = reduce(into: [FoundFeed]()) { feeds, feed in
      if !feeds.contains(where: { $0.isSame(as: feed) }) { feeds.append(feed) }
    }
    let posts = feeds.filter { !$0.isOfComments }
    return posts.isEmpty ? feeds : posts
  }
}

extension FoundFeed {
  fileprivate func isSame(as other: FoundFeed) -> Bool {
    place == other.place || format != other.format && !items.isEmpty && items == other.items
  }

  /// The address without what seldom tells feeds apart.
  private var place: Substring {
    let place = url.drop { $0 != ":" }
    return place.hasSuffix("/") ? place.dropLast() : place
  }

  /// As WordPress and Blogger name them.
  fileprivate var isOfComments: Bool {
    url.split(separator: "/").contains("comments") || url.contains("feed=comments")
  }
}

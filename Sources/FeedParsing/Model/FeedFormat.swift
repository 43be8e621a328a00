/// The dialect of a feed; raw values are the names `annals parse` prints.
package enum FeedFormat: String, Sendable, CaseIterable {
  case rss090 = "rss-0.90"
  case rss091 = "rss-0.91"
  case rss092 = "rss-0.92"
  case rss093 = "rss-0.93"
  case rss094 = "rss-0.94"
  case rss10 = "rss-1.0"
  case rss20 = "rss-2.0"
  /// RSS that does not say its version.
  case rss
  case atom01 = "atom-0.1"
  case atom02 = "atom-0.2"
  case atom03 = "atom-0.3"
  case atom10 = "atom-1.0"
  /// Atom that says neither version nor namespace.
  case atom
  case cdf
  case jsonFeed10 = "json-feed-1.0"
  case jsonFeed11 = "json-feed-1.1"
  case unknown

  var isAtom: Bool {
    switch self {
    case .atom, .atom01, .atom02, .atom03, .atom10: true
    default: false
    }
  }

  var isRSS: Bool { rawValue.hasPrefix("rss") }
}

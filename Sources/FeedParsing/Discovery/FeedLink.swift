/// A feed that a web page names, or a link of the page that may lead to one.
package struct FeedLink: Equatable, Sendable {
  /// As written, perhaps relative to the page.
  package let url: String
  package let title: String?

  package init(url: String, title: String? = nil) {
    self.url = url
    self.title = title.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a link names a feed by its relation and type: `rel="alternate" type="application/rss+xml"`
  /// and its kin, JSON Feed's `application/json` (version 1), and HTML 5 drafts' `rel="feed"`. Whether
  /// it is one, only reading it tells.
  package static func namesFeed(relations: String, type: String, url: String) -> Bool {
    let relations = relations.lowercased().split(whereSeparator: \.isWhitespace)
    let type = String(type.prefix { $0 != ";" }).trimmed.lowercased()
    if relations.contains("alternate"), isFeed(type: type) {
      // WordPress links the JSON of its programming interface in the same way.
      return !(type.hasSuffix("json") && url.contains("wp-json"))
    }
    return relations.contains("feed") && type != "text/html"
  }

  private static func isFeed(type: String) -> Bool {
    ["application/json", "application/feed+json", "application/xml", "text/xml"].contains(type)
      || ["rss", "atom", "rdf"].contains { name in
        type.hasSuffix("/\(name)") || type.hasSuffix("/\(name)+xml")
          || type.hasSuffix("x-\(name)+xml")
      }
  }

  /// Whether an address looks like a feed's: `/feed`, `/news.rss`, `?format=atom`, `feed:…`.
  package static func looksLikeFeed(_ address: String) -> Bool {
    let lower = address.lowercased().prefix { $0 != "#" }
    if lower.hasPrefix("feed:") { return true }
    let parts = lower.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].split(separator: "/").last ?? ""
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? ""
    let names = ["rss", "rss2", "feed", "feeds", "atom", "rdf"]
    if names.contains(String(name.prefix { $0 != "." })) { return true }
    if ["rss", "atom", "rdf", "xml"].contains(ending) { return !name.hasPrefix("sitemap") }
    return parts.dropFirst().joined().split(separator: "&").contains { parameter in
      let pair = parameter.split(separator: "=", maxSplits: 1)
      return pair.count == 2 && ["feed", "format", "type"].contains(pair[0])
        && ["rss", "rss2", "atom", "feed", "rdf"].contains(pair[1])
    }
  }
}

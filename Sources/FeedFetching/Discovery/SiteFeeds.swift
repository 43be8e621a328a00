import FeedParsing

/// Where well-known sites keep the feeds of pages that name none or may not be read by programs.
package enum SiteFeeds {
  /// The page that an account of the Fediverse has, `@name@host`; nil for anything else.
  package static func page(ofAccount typed: String) -> String? {
    let parts = typed.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty, !parts[1].isEmpty, parts[2].contains(".") else {
      return nil
    }
    return "https://\(parts[2])/@\(parts[1])"
  }

  /// The feed of a page of such a site, as far as its address tells; nil for a feed.
  package static func feed(of page: FeedURL) -> String? {
    if FeedLink.looksLikeFeed(page.shown) { return nil }
    let host = ["www.", "m.", "old.", "new."].reduce(page.host) {
      $0.hasPrefix($1) ? String($0.dropFirst($1.count)) : $0
    }
    let path = page.shown.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
      .dropFirst(2).joined()
    let names = [host] + path.split(separator: "/").map(String.init)
    for (pattern, feed) in rules {
      if let values = match(names, pattern.split(separator: "/").map(String.init)) {
        return values.reduce(feed) { text, value in
          text.replacing("*", with: value, maxReplacements: 1)
        }
      }
    }
    return nil
  }

  /// A site, or a page and all below it, with a `*` in some of its names → its feed, with the same in
  /// their place.
  private static let rules: [(page: String, feed: String)] = [
    ("youtube.com/channel/*", "https://www.youtube.com/feeds/videos.xml?channel_id=*"),
    ("youtube.com/user/*", "https://www.youtube.com/feeds/videos.xml?user=*"),
    ("youtube.com/playlist?list=*", "https://www.youtube.com/feeds/videos.xml?playlist_id=*"),
    ("github.com/*/*/tags", "https://github.com/*/*/tags.atom"),
    ("github.com/*/*/commits/*", "https://github.com/*/*/commits/*.atom"),
    ("github.com/*/*/commits", "https://github.com/*/*/commits.atom"),
    ("github.com/*/*", "https://github.com/*/*/releases.atom"),
    ("github.com/*", "https://github.com/*.atom"),
    ("reddit.com/r/*", "https://www.reddit.com/r/*/.rss"),
    ("reddit.com/user/*", "https://www.reddit.com/user/*/.rss"),
    ("reddit.com/u/*", "https://www.reddit.com/user/*/.rss"),
    ("*.substack.com", "https://*.substack.com/feed"),
    ("substack.com/@*", "https://*.substack.com/feed"),
    ("medium.com/@*", "https://medium.com/feed/@*"),
    ("*.medium.com", "https://*.medium.com/feed"),
    ("*.wordpress.com", "https://*.wordpress.com/feed/"),
    ("*.tumblr.com", "https://*.tumblr.com/rss"),
    ("*.blogspot.com", "https://*.blogspot.com/feeds/posts/default"),
    ("bsky.app/profile/*", "https://bsky.app/profile/*/rss"),
    ("news.ycombinator.com", "https://news.ycombinator.com/rss"),
  ]

  /// What stands for each `*`; nil when the page is another.
  private static func match(_ names: [String], _ pattern: [String]) -> [String]? {
    guard names.count == pattern.count || names.count > pattern.count && pattern.count > 1 else {
      return nil
    }
    var values: [String] = []
    for (name, pattern) in zip(names, pattern) {
      guard let star = pattern.firstIndex(of: "*") else {
        if name != pattern { return nil }
        continue
      }
      let (start, end) = (pattern[..<star], pattern[pattern.index(after: star)...])
      guard name.count > start.count + end.count, name.hasPrefix(start), name.hasSuffix(end) else {
        return nil
      }
      let value = name.dropFirst(start.count).dropLast(end.count).prefix { !"?&#".contains($0) }
      if value.isEmpty || value.contains("*") { return nil }
      values.append(String(value))
    }
    return values
  }

  /// Where many sites keep their feeds, for one that names none: below the page, beside it and at the
  /// root.
  package static func usualPlaces(of page: FeedURL) -> [FeedURL] {
    let names = [
      "feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json", "feed.atom",
      "index.rdf",
    ]
    let path = page.text.prefix { $0 != "?" }
    let account = path.split(separator: "/").last.map { $0.hasPrefix("@") } == true
    let folders = ["/", "./", path.hasSuffix("/") ? "./" : "\(path)/"]
    let places =
      (account ? ["\(path).rss"] : [])
      + folders.flatMap { folder in
        names.map { folder + $0 }
      }
    var known: Set<FeedURL> = []
    return places.compactMap { try? FeedURL($0, relativeTo: page) }.filter {
      known.insert($0).inserted
    }
  }
}

/// What a feed's dates mean where they leave it open.
package struct DateContext: Sendable, Equatable {
  /// Minutes east of UTC of a time that names no zone; the specifications mean 0.
  var zoneless = 0
  /// IST: India's, Israel's or Ireland's.
  var ist = 330
  /// CST: central North America's or China's.
  var cst = -360

  /// Chinese feeds mean Beijing's time; the language of a feed, else the country of its page,
  /// tells which of those who share an abbreviation it means.
  init(of feed: Feed) {
    let language = (feed.language ?? "").lowercased()
    let country = Self.country(feed.url ?? "")
    if feed.isChinese {
      zoneless = 480
      cst = 480
    }
    if ["he", "iw"].contains(language.prefix(2)) || language.isEmpty && country == "il" {
      ist = 120
    } else if language == "en-ie" || language.hasPrefix("ga") || country == "ie" {
      ist = 60
    }
  }

  /// Somewhere unknown.
  package init(zoneless: Int = 0) { self.zoneless = zoneless }

  /// The last label of an address's host.
  private static func country(_ url: String) -> Substring {
    let bytes = url.utf8
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return "" }
    let host = bytes[slash...].drop { $0 == UInt8(ascii: "/") }.prefix { !"/:?#".utf8.contains($0) }
    guard let dot = host.lastIndex(of: UInt8(ascii: ".")) else { return Substring(host) }
    return Substring(host[host.index(after: dot)...])
  }
}

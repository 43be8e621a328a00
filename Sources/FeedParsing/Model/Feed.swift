/// A feed as served: what the document says about itself, and its items in document order.
///
/// Nothing is sanitised or shortened here; see ``TextConstruct`` for the ways to read a text.
package struct Feed: Sendable, Equatable {
  package var format: FeedFormat
  /// The character encoding the bytes were read with, e.g. `utf-8`, `gb18030`.
  package var encoding: String
  /// The encoding that HTTP, the byte order mark or the declaration named, if any did.
  package var claimedEncoding: String?
  /// Whether the document broke a rule of its format and had to be repaired.
  package var isMalformed = false
  package var diagnostics: [Diagnostic] = []

  package var id: String?
  package var title: TextConstruct?
  package var subtitle: TextConstruct?
  package var rights: TextConstruct?
  /// The page the feed belongs to.
  package var url: String?
  /// Where the feed says it lives (`rel="self"`, `feed_url`).
  package var feedURL: String?
  package var imageURL: String?
  package var language: String?
  package var generator: String?
  package var authors: [Author] = []
  package var categories: [Category] = []
  package var published: FeedDate?
  package var updated: FeedDate?
  /// Minutes the publisher asks readers to wait between two polls (RSS `ttl`).
  package var timeToLive: Int?
  /// Hours of the day in UTC, 0...23, in which nothing is published (RSS `skipHours`).
  package var skippedHours: Set<Int> = []
  package var items: [Item] = []

  package init(format: FeedFormat = .unknown, encoding: String = "utf-8") {
    self.format = format
    self.encoding = encoding
  }
}

extension Feed {
  /// Whether the feed is Chinese: by its language, else by its encoding or title.
  var isChinese: Bool {
    if let language { return language.utf8.starts(with: "zh".utf8) || language == "cn" }
    if encoding == "gb18030" || encoding == "big5" { return true }
    guard let title else { return false }
    var hasHan = false
    for scalar in title.value.unicodeScalars {
      if 0x3040...0x30FF ~= scalar.value || 0xAC00...0xD7A3 ~= scalar.value { return false }
      if 0x4E00...0x9FFF ~= scalar.value { hasHan = true }
    }
    return hasHan
  }
}

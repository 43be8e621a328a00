/// An address as people type it, lists hold it and pages link to it.
struct TypedAddress {
  /// Without what is no part of an address: blanks and marks around it, line ends and tabs inside
  /// (WHATWG URL §4.4), and the schemes that only say that it is a feed.
  private let text: Substring
  /// Whether such a scheme stood before it.
  private let isFeedScheme: Bool

  init(_ typed: String) {
    let isMark: (Unicode.Scalar) -> Bool = {
      $0.properties.isWhitespace || $0.properties.generalCategory == .format || $0.value < 0x20
    }
    let scalars = typed.unicodeScalars.filter { !"\t\n\r".unicodeScalars.contains($0) }
    let start = scalars.drop(while: isMark)
    let end = start.lastIndex { !isMark($0) }.map { start.index(after: $0) } ?? start.startIndex
    let text = Substring(start[..<end])
    let lower = text.lowercased()
    let scheme = TypedAddress.schemes.first { lower.hasPrefix($0) }
    isFeedScheme = scheme != nil
    let rest = text.dropFirst(scheme?.count ?? 0)
    self.text = isFeedScheme && rest.hasPrefix("//") ? rest.dropFirst(2) : rest
  }

  private static let schemes = ["feed:", "feeds:", "rss:", "itpc:", "pcast:", "podcast:"]

  /// The address for libcurl, which takes one without a scheme for a name typed or for a relative one.
  ///
  /// - Parameter scheme: of the page that links to it.
  func url(scheme: String?) -> String {
    guard isFeedScheme else { return String(text) }
    // Browsers that know no feed: make feed://https//host of feed:https://host.
    for known in ["https", "http"] {
      if text.lowercased().hasPrefix(known + "://") { return String(text) }
      if text.hasPrefix(known + "//") { return known + ":" + text.dropFirst(known.count) }
    }
    return scheme.map { $0 + "://" + text } ?? String(text)
  }
}

/// Where a feed begins in bytes that begin with something else.
///
/// Blank lines, a byte order mark in the middle, the warnings of a PHP script, a server's comment:
/// XML allows nothing before its declaration, and feeds have all of it there.
enum FeedStart {
  /// The XML declaration before the feed's root, or the root itself where something else stands
  /// between them; nil when no root of a feed is near, or the bytes are a web page.
  static func find(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(reach))
    var index = 0
    var declaration: Int?
    while index < head.count {
      let byte = head[index]
      guard byte == UInt8(ascii: "<") else {
        if !byte.isSpace { declaration = nil }
        index += 1
        continue
      }
      if head.matches("<!--", at: index) {
        index = head.index(past: "-->", from: index + 4)
      } else if head.matches("<?", at: index) {
        if isDeclaration(head, at: index) { declaration = index }
        index = head.index(past: "?>", from: index + 2)
      } else if head.matches("<!", at: index) {
        if isWebPage(head, at: index) { return nil }
        let rest = UnsafeBufferPointer(rebasing: head[index...])
        index += max(1, DocumentType.isOne(rest, at: 0) ? DocumentType(rest).range.upperBound : 1)
      } else {
        if isRoot(head, at: index) { return declaration ?? index }
        if isWebPage(head, at: index) { return nil }
        declaration = nil
        index += 1
      }
    }
    return nil
  }

  /// Whether `<?xml` stands here and not `<?xml-stylesheet`.
  static func isDeclaration(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    bytes.matches("<?xml", at: index) && index + 5 < bytes.count && bytes[index + 5].isSpace
  }

  /// What may stand before a feed is shorter.
  private static let reach = 1 << 18

  private static func isRoot(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    var start = index + 1
    var end = start
    while end < bytes.count, !bytes[end].endsTagName {
      if bytes[end] == UInt8(ascii: ":") { start = end + 1 }
      end += 1
    }
    return roots.contains {
      end - start == $0.utf8CodeUnitCount && bytes.begins(with: $0, at: start)
    }
  }

  private static let roots: [StaticString] = ["rss", "rdf", "feed", "channel"]

  private static func isWebPage(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    bytes.begins(with: "<html", at: index) || bytes.begins(with: "<!doctype html", at: index)
  }
}

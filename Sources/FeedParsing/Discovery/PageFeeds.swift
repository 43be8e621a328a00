/// What a web page says about where its feeds are.
package struct PageFeeds: Equatable, Sendable {
  /// What relative addresses are relative to where it is not the page's own (`<base href>`).
  package private(set) var base: String?
  /// Those that its `<link>` elements name, each once.
  package private(set) var named: [FeedLink] = []
  /// Links for people, and pages that this one hands on to, that look as if they led to a feed.
  package private(set) var hinted: [FeedLink] = []

  /// Reads a page, whatever is wrong with it.
  ///
  /// - Parameter contentType: HTTP's `Content-Type`, nil when nobody said.
  package init(_ page: [UInt8], contentType: String? = nil) {
    page.withUnsafeBufferPointer { bytes in
      Decoding(page: bytes, contentType: contentType).withText(of: bytes) { read($0) }
    }
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var tokens = HTMLTokenizer(text)
    var known: Set<String> = []
    while let token = tokens.next() {
      guard case .startTag(let element?, _) = token else { continue }
      if element.isRawText {
        tokens.skipContent(of: element)
        continue
      }
      guard ["base", "link", "a", "meta"].contains(where: { element.name.isEqual($0) }) else {
        continue
      }
      let attributes = TagAttributes(of: tokens, in: text)
      let url = attributes["href"] ?? ""
      if element.name.isEqual("base") {
        if base == nil, !url.isEmpty { base = url }
      } else if element.name.isEqual("link") {
        let isNamed = FeedLink.namesFeed(
          relations: attributes["rel"] ?? "", type: attributes["type"] ?? "", url: url)
        guard isNamed, !url.isEmpty, known.insert(url).inserted else { continue }
        named.append(FeedLink(url: url, title: attributes["title"]))
      } else if let target = element.name.isEqual("a") ? url : attributes.refresh,
        FeedLink.looksLikeFeed(target), known.insert(target).inserted
      {
        hinted.append(FeedLink(url: target))
      }
    }
  }
}

extension TagAttributes {
  /// Where `<meta http-equiv="refresh" content="0; url=…">` leads.
  fileprivate var refresh: String? {
    guard self["http-equiv"]?.lowercased() == "refresh", let content = self["content"] else {
      return nil
    }
    let lower = content.lowercased()
    guard let mark = lower.firstRange(of: "url=") else { return nil }
    let offset = lower[..<mark.upperBound].utf8.count
    return String(decoding: content.utf8.dropFirst(offset), as: UTF8.self)
      .trimmingCharacters("'\" ")
  }
}

extension String {
  fileprivate func trimmingCharacters(_ set: String) -> String {
    let start = drop { set.contains($0) }
    return String(start.lastIndex { !set.contains($0) }.map { start[...$0] } ?? "")
  }
}

extension Decoding {
  /// A web page's: HTTP names its encoding, or a `<meta>` near its beginning, or its bytes tell it.
  fileprivate init(page bytes: UnsafeBufferPointer<UInt8>, contentType: String?) {
    let charset = Decoding.charset(contentType ?? "") ?? Decoding.metaCharset(bytes.prefix(4096))
    let claims = EncodingClaims(xml: bytes, http: charset.flatMap { EncodingLabel($0) })
    self = Decoding(bytes, claims).reconsidered(bytes)
  }

  private static func metaCharset(_ head: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let text = String(decoding: head, as: UTF8.self).lowercased()
    for tag in text.split(separator: "<") where tag.hasPrefix("meta") {
      // What calls itself UTF-16 and could be read up to here is not (HTML §13.2.3.2).
      if let charset = charset(tag.prefix { $0 != ">" }), !charset.hasPrefix("utf-16") {
        return charset
      }
    }
    return nil
  }

  /// What stands behind `charset=`.
  private static func charset(_ text: some StringProtocol) -> String? {
    let lower = text.lowercased()
    guard let mark = lower.firstRange(of: "charset") else { return nil }
    let value = lower[mark.upperBound...].drop { " =:\"'".contains($0) }
      .prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
    return value.isEmpty ? nil : String(value)
  }
}

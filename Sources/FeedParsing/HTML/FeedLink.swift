/// A feed that a web page names.
package struct FeedLink: Equatable, Sendable {
  /// As written, perhaps relative to the page.
  package let url: String
  package let title: String?
}

extension FeedLink {
  /// The feeds of a page: `<link rel="alternate" type="application/rss+xml" href="…">` and its kin.
  package static func all(in page: [UInt8]) -> [FeedLink] {
    page.withUnsafeBufferPointer { bytes in
      var tokens = HTMLTokenizer(bytes)
      var links: [FeedLink] = []
      var known: Set<String> = []
      while let token = tokens.next() {
        guard case .startTag(let element?, _) = token else { continue }
        if element.isRawText {
          tokens.skipContent(of: element)
        } else if element.name.isEqual("link"), let link = FeedLink(tokens.attributes, in: bytes),
          known.insert(link.url).inserted
        {
          links.append(link)
        }
      }
      return links
    }
  }

  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
  ]

  private init?(
    _ attributes: [(name: Range<Int>, value: Range<Int>)], in bytes: UnsafeBufferPointer<UInt8>
  ) {
    func text(_ range: Range<Int>) -> String {
      HTMLReference.decode(UnsafeBufferPointer(rebasing: bytes[range])).trimmed
    }
    func value(_ name: String) -> String? {
      attributes.first { text($0.name).lowercased() == name }.map { text($0.value) }
    }
    let relations = (value("rel") ?? "").lowercased().split(separator: " ")
    let type = (value("type") ?? "").lowercased().prefix { $0 != ";" }
    guard relations.contains("alternate"), FeedLink.types.contains(String(type).trimmed),
      let url = value("href"), !url.isEmpty
    else { return nil }
    self.init(url: url, title: value("title").flatMap { $0.isEmpty ? nil : $0 })
  }
}

/// Tells from its beginning that a document cannot be a feed, so that the rest is never loaded.
package enum FirstBytes {
  /// So many bytes are looked at, from the first markup on.
  static let count = 4096
  /// So many may stand before it: blank lines, warnings of the server's software.
  static let preface = 64 << 10

  /// Why these bytes begin no feed; nil while they may.
  ///
  /// - Parameter isAll: whether the document ends here.
  static func refusal(_ bytes: [UInt8], isAll: Bool) -> Refusal? {
    if let algorithm = compressions.first(where: { bytes.starts(with: $0.bytes) })?.name {
      return .compressed(algorithm)
    }
    if let kind = signatures.first(where: { bytes.starts(with: $0.bytes) })?.kind {
      return .notAFeed(kind)
    }
    guard let open = opening(bytes) else {
      return isAll || bytes.count >= preface ? .notAFeed("text without markup") : nil
    }
    guard isAll || bytes.count - open >= count else { return nil }
    let start = text(bytes[open...].prefix(count))
    return beginsWebPage(start) && !namesFeed(start) ? .webPage : nil
  }

  /// Whether no byte that follows can change the verdict.
  static func isEnough(_ bytes: [UInt8]) -> Bool {
    if bytes.count >= preface + count { return true }
    return opening(bytes).map { bytes.count - $0 >= count } ?? false
  }

  /// Whether the beginning of a document has the name of a feed's element in it: what cannot be read
  /// then is a broken feed, and else something other.
  package static func claimsFeed(_ bytes: [UInt8]) -> Bool {
    guard let open = opening(bytes) else { return false }
    return namesFeed(text(bytes[open...].prefix(count)))
  }

  private static func opening(_ bytes: [UInt8]) -> Int? {
    bytes.prefix(preface).firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "{") }
  }

  /// UTF-16 and UTF-32 put zeros between the letters.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self).lowercased()
  }

  private static func namesFeed(_ text: String) -> Bool {
    ["<rss", "<feed", "<rdf:rdf", "<channel", "jsonfeed.org/version"].contains {
      text.contains($0)
    }
  }

  private static func beginsWebPage(_ text: String) -> Bool {
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return false }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?") {
        guard let end = rest.firstRange(of: "?>") else { return false }
        rest = rest[end.upperBound...]
      } else {
        return ["<!doctype html", "<html", "<head", "<body", "<script"].contains {
          rest.hasPrefix($0)
        }
      }
    }
    return false
  }

  private static let compressions: [(bytes: [UInt8], name: String)] = [
    ([0x1F, 0x8B], "gzip"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"), ([0x42, 0x5A, 0x68], "bzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"), ([0x78, 0x9C], "deflate"), ([0x78, 0xDA], "deflate"),
  ]

  private static let signatures: [(bytes: [UInt8], kind: String)] = [
    (Array("%PDF".utf8), "a PDF"), ([0x89, 0x50, 0x4E, 0x47], "a picture"),
    ([0xFF, 0xD8, 0xFF], "a picture"), (Array("GIF8".utf8), "a picture"),
    (Array("RIFF".utf8), "a picture or a sound"), ([0x50, 0x4B, 3, 4], "a ZIP archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("ID3".utf8), "a sound"), (Array("OggS".utf8), "a sound"),
    ([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70], "a film"),
    ([0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70], "a film"),
  ]
}

/// Tells from its beginning that a document cannot be a feed, so that the rest is never loaded.
enum FirstBytes {
  /// So many bytes are looked at.
  static let count = 1024

  /// Why these bytes begin no feed; nil while they may.
  ///
  /// - Parameter isAll: whether the document ends here.
  static func refusal(_ bytes: some Collection<UInt8>, isAll: Bool) -> Refusal? {
    guard isAll || bytes.count >= count else { return nil }
    let start = bytes.prefix(count)
    if let kind = signatures.first(where: { start.starts(with: $0.bytes) })?.kind {
      return .notAFeed(kind)
    }
    // UTF-16 and UTF-32 put zeros between the letters.
    let text = String(decoding: start.filter { $0 != 0 }, as: UTF8.self).lowercased()
    guard let open = text.firstIndex(where: { $0 == "<" || $0 == "{" }) else {
      return .notAFeed("text without markup")
    }
    return beginsWebPage(text[open...]) ? .webPage : nil
  }

  private static func beginsWebPage(_ text: Substring) -> Bool {
    var rest = text
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return false }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?") {
        guard let end = rest.firstRange(of: "?>") else { return false }
        rest = rest[end.upperBound...]
      } else {
        return rest.hasPrefix("<!doctype html") || rest.hasPrefix("<html")
          || rest.hasPrefix("<head") || rest.hasPrefix("<body") || rest.hasPrefix("<script")
      }
    }
    return false
  }

  private static let signatures: [(bytes: [UInt8], kind: String)] = [
    (Array("%PDF".utf8), "a PDF"), ([0x89, 0x50, 0x4E, 0x47], "a picture"),
    ([0xFF, 0xD8, 0xFF], "a picture"), (Array("GIF8".utf8), "a picture"),
    (Array("RIFF".utf8), "a picture or a sound"), ([0x50, 0x4B, 3, 4], "a ZIP archive"),
    ([0x1F, 0x8B], "a gzip archive"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("ID3".utf8), "a sound"), (Array("OggS".utf8), "a sound"),
    ([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70], "a film"),
    ([0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70], "a film"),
  ]
}

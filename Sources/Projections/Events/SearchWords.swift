import EventModel

/// The words of accounts for full-text search.
///
/// SQLite's FTS5 splits text at spaces, and Chinese has none: each Han character is indexed as a word
/// of its own, and a searched phrase is a run of such words.
enum SearchWords {
  /// The text with every Han character set apart by spaces, and without NUL, at which SQLite's
  /// expressions end.
  static func spaced(_ text: String) -> String {
    var (text, spaced) = (text, [UInt8]())
    spaced.reserveCapacity(2 * text.utf8.count)
    text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        let length = hanLength(bytes, at)
        if length > 0 {
          spaced.append(0x20)
          spaced.append(contentsOf: bytes[at..<at + length])
          spaced.append(0x20)
        } else {
          spaced.append(bytes[at] == 0 ? 0x20 : bytes[at])
        }
        at += max(length, 1)
      }
    }
    return String(decoding: spaced, as: UTF8.self)
  }

  /// The bytes of the Han character that begins at a place of valid UTF-8, U+3400 to U+9FFF and U+20000
  /// to U+3FFFF; 0 where none does.
  private static func hanLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    switch bytes[at] {
    case 0xE3: bytes[at + 1] >= 0x90 ? 3 : 0
    case 0xE4...0xE9: 3
    case 0xF0: bytes[at + 1] >= 0xA0 ? 4 : 0
    default: 0
    }
  }

  /// The FTS5 expression that finds all these words or phrases.
  static func expression(_ words: [String]) -> String {
    words.map { spaced($0).quoted }.joined(separator: " AND ")
  }
}

extension Report {
  var searchText: String {
    var parts = [event.title, mention.title ?? "", mention.quote ?? "", event.attribution ?? ""]
    if mention.title == event.title { parts[1] = "" }
    parts += event.actors.map(\.name) + event.objects + [event.type.rawValue]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

import EventModel

/// The words of accounts for full-text search.
///
/// SQLite's FTS5 splits text at spaces, and Chinese has none: each Han character is indexed as a word
/// of its own, and a searched phrase is a run of such words.
enum SearchWords {
  /// The text with every Han character set apart by spaces, and without NUL, at which SQLite's
  /// expressions end.
  static func spaced(_ text: String) -> String {
    var spaced = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isHan = 0x3400...0x9FFF ~= scalar.value || 0x20000...0x3FFFF ~= scalar.value
      if isHan { spaced.append(" ") }
      spaced.append(scalar.value == 0 ? " " : scalar)
      if isHan { spaced.append(" ") }
    }
    return String(spaced)
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

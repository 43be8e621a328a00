/// Where words that were searched for stand in a text.
enum Snippet {
  /// In characters, on both sides of the first word found.
  private static let reach = 40

  /// A piece of the text around the first of the words that it holds; empty where the title has them all,
  /// or the text none.
  static func of(_ words: [String], in title: String, _ text: String) -> String {
    let missing = words.filter { range(of: $0, in: title) == nil }
    guard !missing.isEmpty,
      let found = missing.lazy.compactMap({ range(of: $0, in: text) }).first
    else { return "" }
    let start = text.index(found.lowerBound, offsetBy: -reach, limitedBy: text.startIndex)
    let end = text.index(found.upperBound, offsetBy: reach, limitedBy: text.endIndex)
    let piece = text[(start ?? text.startIndex)..<(end ?? text.endIndex)]
    return (start == nil ? "" : "…") + piece + (end == nil ? "" : "…")
  }

  /// Whatever the case, letter by letter, since a folded text may have other places.
  private static func range(of word: String, in text: String) -> Range<String.Index>? {
    let letters = Array(word.lowercased())
    var start = text.startIndex
    while start < text.endIndex {
      var (place, matched) = (start, 0)
      while matched < letters.count, place < text.endIndex,
        text[place].lowercased() == String(letters[matched])
      {
        place = text.index(after: place)
        matched += 1
      }
      if matched == letters.count { return start..<place }
      start = text.index(after: start)
    }
    return nil
  }
}

import EventModel

extension ObjectFinder {
  /// What a headline that begins with `Introducing` introduces, in whatever case it is spelled.
  var introduced: String? {
    let start = headline.body.lowerBound
    guard let opening = ObjectFinder.openings.first(where: { text.contains($0, at: start) }) else {
      return nil
    }
    var first = start + opening.utf8.count
    for article in ObjectFinder.articles where text.contains(article, at: first) {
      first += article.utf8.count
    }
    var end = first
    var words = 0
    while end < headline.body.upperBound, !ObjectFinder.marks.contains(text.letter(end)) {
      if text.letter(end) == 0x20 {
        if ObjectFinder.prepositions.contains(where: { text.contains($0, at: end) }) { break }
        words += 1
      }
      end += 1
    }
    guard end > first, words < 5 else { return nil }
    let name = text.name(first..<end)
    if text.letter(end) == 0x3A, name.contains("'s ") {
      return text.name(end..<headline.body.upperBound).dropFirst().description.trimmed
    }
    return ObjectFinder.generic.contains(name.lowercased()) ? nil : name
  }

  private static let openings = [
    "introducing ", "announcing ", "meet ", "launching ", "say hello to ",
  ]
  private static let articles = ["the ", "our ", "a ", "an ", "new "]
  /// Punctuation after which the name is over.
  private static let marks: Set<UInt16> = [0x3A, 0x2C, 0x21, 0x28, 0x7C, 0x2014, 0x3B]
  private static let prepositions = [
    " in ", " for ", " to ", " on ", " with ", " by ", " from ", " and ", " at ", " - ", " as ",
  ]
  private static let generic: Set<String> = [
    "tools", "updates", "features", "support", "changes", "improvements", "models", "pricing",
  ]
}

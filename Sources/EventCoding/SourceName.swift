/// The name of a feed, read for whose it is: Google DeepMind Blog, minimax_blog, News from Google.
struct SourceName {
  private let words: [String]

  /// - Parameter name: in lower case.
  init(_ name: String) {
    words = name.utf8.split { $0 < 0x80 && !Letter.isWord(UInt16($0)) && $0 != UInt8(ascii: ".") }
      .map { String(Substring($0)) }
  }

  /// Whether the feed tells of research only: Goodfire - Research, FAR.AI Publications.
  var isOfResearch: Bool {
    words.contains { SourceName.research.contains($0) }
      || words.contains("red") && words.contains("team")
  }

  /// The company or lab that is all the name says beside what sort of feed it is; nil where nothing
  /// says that (Bloomberg), or where the feed gathers what others write (Google News).
  func owner(in dictionary: CodingDictionary) -> Int? {
    let own = words.filter { !SourceName.sorts.contains($0) }
    guard own.count < words.count, !own.isEmpty, !SourceName.aggregators.contains(words),
      let owner = dictionary.actorNames[own.joined(separator: " ").folded]
    else { return nil }
    return ["company", "lab"].contains(dictionary.actors[owner].kind) ? owner : nil
  }

  private static let research: Set<String> = ["research", "publications", "papers", "alignment"]
  private static let sorts: Set<String> = research.union([
    "blog", "blogs", "newsroom", "news", "changelog", "changelogs", "press", "release", "releases",
    "updates", "update", "engineering", "developer", "developers", "official", "the", "from", "at",
    "team", "red", "frontier", "next", "feed", "hub", "enriched", "stories", "博客", "官方",
  ])
  private static let aggregators: Set<[String]> = [
    ["google", "news"], ["yahoo", "news"], ["apple", "news"], ["tencent", "news"],
    ["microsoft", "news"], ["sina", "news"],
  ]
}

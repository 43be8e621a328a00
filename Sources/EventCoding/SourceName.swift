/// The name of a feed, read for whose it is: Google DeepMind Blog, minimax_blog, News from Google.
struct SourceName {
  private let words: [String]

  /// - Parameter name: in lower case.
  init(_ name: String) {
    words = name.unicodeScalars.split { !SourceName.isInWord($0) }
      .map { String(Substring($0)) }
  }

  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    guard let letter = UInt16(exactly: scalar.value) else { return false }
    return Letter.isWord(letter) || Letter.isHan(letter) || scalar == "."
  }

  /// Whether the feed tells of research only: Goodfire - Research, FAR.AI Publications.
  var isOfResearch: Bool { words.contains { SourceName.research.contains($0) } }

  /// The company or lab that is all the name says beside what sort of feed it is; nil where nothing
  /// says that (Bloomberg), or where the feed gathers what others write (Google News).
  func owner(in dictionary: CodingDictionary) -> Int? {
    guard words.contains(where: { SourceName.sorts.contains($0) }), !isAggregator else {
      return nil
    }
    let own = words.filter { !SourceName.sorts.contains($0) && !SourceName.fillers.contains($0) }
    guard let owner = dictionary.actorNames[own.joined(separator: " ").folded] else { return nil }
    return ["company", "lab"].contains(dictionary.actors[owner].kind) ? owner : nil
  }

  private var isAggregator: Bool {
    zip(words, words.dropFirst()).contains { SourceName.portals.contains($0) && $1 == "news" }
  }

  private static let research: Set<String> = ["research", "publications", "papers", "alignment"]
  private static let sorts: Set<String> = research.union([
    "blog", "blogs", "newsroom", "news", "changelog", "changelogs", "press", "release", "releases",
    "updates", "update", "engineering", "developer", "developers", "stories", "博客", "官方",
  ])
  private static let fillers: Set<String> = ["the", "from", "at", "official", "team", "feed"]
  /// Who gather the news of others.
  private static let portals: Set<String> = [
    "google", "yahoo", "apple", "microsoft", "bing", "tencent", "sina", "baidu", "netease", "sohu",
  ]
}

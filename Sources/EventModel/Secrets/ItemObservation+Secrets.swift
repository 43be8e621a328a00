extension ItemObservation {
  /// The item without what the feed's own address and headers keep secret: in its links where they
  /// repeat it, and everywhere when it cannot be mistaken for a word.
  package func without(_ secrets: FeedSecrets) -> ItemObservation {
    var item = self
    item.feed = Redaction.address(feed)
    guard !secrets.isEmpty else { return item }
    let words = secrets.unmistakable
    func clean(_ text: String) -> String {
      words.reduce(text) { $0.replacing($1, with: Redaction.placeholder) }
    }
    func cleanLink(_ link: String) -> String {
      clean(Redaction.link(link, without: secrets))
    }
    item.feedTitle = clean(feedTitle)
    item.key = cleanLink(key)
    item.aliases = aliases.map(cleanLink)
    item.url = url.map(cleanLink)
    item.title = clean(title)
    item.summary = clean(summary)
    item.content = clean(content)
    return item
  }
}

extension FeedSecrets {
  /// Those that are no word of any text: eight characters with a digit, or twenty.
  fileprivate var unmistakable: [String] {
    let passwords = userinfo.map { $0.split(separator: ":").map(String.init) } ?? []
    let credentials = headers.flatMap { header in
      header.drop { $0 != ":" }.dropFirst().split(whereSeparator: \.isWhitespace).map(String.init)
    }
    return (values + passwords + credentials).filter { secret in
      secret.utf8.count >= 20 || secret.utf8.count >= 8 && secret.contains(where: \.isNumber)
    }
  }
}

extension ItemObservation {
  /// The name by which the tables know the feed: its identity without secrets, which logs of earlier
  /// versions hold. So a feed stays the same feed when its identity loses them, and no item of it
  /// arrives again as new.
  package var feedAlias: String { Redaction.address(feed) }
}

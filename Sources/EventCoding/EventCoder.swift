import EventModel

/// Turns items into events, by dictionary. A pure function of the item and the dictionary.
package struct EventCoder: Sendable {
  package let dictionary: CodingDictionary

  package init(_ dictionary: CodingDictionary = .bundled) { self.dictionary = dictionary }

  /// `explaining` also gives the reasons, which cost about as much as the coding itself.
  package func code(_ item: ItemText, explaining: Bool = false) -> Coding {
    let headline = ItemText.joined([item.title, item.summary])
    let full = FoldedText(headline)
    let text = full.prefix(EventCoder.headlineLength)
    let quantities = QuantityScanner.scan(text, published: item.published)
    let titleEnd = EventCoder.titleEnd(of: item, in: text)
    let passage = Passage(
      text: text, head: 0..<titleEnd, body: titleEnd..<text.count,
      hits: dictionary.hits(in: text), quantities: quantities, context: context(item))
    var (events, reasons) = PassageCoder(passage: passage, explains: explaining).events()
    if !item.content.isEmpty {
      let article = ArticleCoder(
        coder: self, item: item, offset: headline.isEmpty ? 0 : full.count + 1, explains: explaining
      ).code()
      events += article.events
      reasons += article.reasons
    }
    return Coding(events: events, quantities: quantities, reasons: reasons)
  }

  /// Where the headline ends; of an item without a title, as micro-blogs have them, that is its first
  /// sentence.
  private static func titleEnd(of item: ItemText, in text: FoldedText) -> Int {
    if item.summary.isEmpty { return text.count }
    guard item.title.isEmpty else { return min(text.count, item.title.unicodeScalars.count) }
    return Sentences.ranges(of: text).first?.upperBound ?? text.count
  }

  /// How much of a title and summary is coded, in letters; no headline has more.
  static let headlineLength = 5000

  func context(_ item: ItemText) -> Passage.Context {
    let source = item.source.lowercased()
    let host = item.url.map { AddressParts($0).host } ?? ""
    let domain = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    let sort = dictionary.noneSources[source] ?? dictionary.noneSources[domain]
    let name = SourceName(source)
    let owner =
      dictionary.officialSources[source] ?? dictionary.officialSources[domain]
      ?? name.owner(in: dictionary)
    return Passage.Context(
      dictionary: dictionary, published: item.published, owner: owner,
      isHost: owner.map { dictionary.actors[$0].kind == "host" } ?? false,
      noneKind: sort == "research" ? nil : sort,
      isResearch: sort == "research" || owner != nil && name.isOfResearch)
  }
}

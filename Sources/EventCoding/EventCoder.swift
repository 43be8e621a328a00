import EventModel

/// Turns items into events, by dictionary and by what was learned. A pure function of the item, the
/// dictionary and the model.
package struct EventCoder: Sendable {
  package let dictionary: CodingDictionary

  /// What was learned, where anything was; else the dictionary decides.
  package let model: CoderModel?

  /// A fingerprint of both; events coded with equal digests are coded alike.
  package let digest: String

  package init(_ dictionary: CodingDictionary = .bundled, model: CoderModel? = .bundled) {
    self.dictionary = dictionary
    self.model = model
    digest =
      model.map { String(FNV1a(dictionary.digest + $0.digest).value, radix: 16) }
      ?? dictionary.digest
  }

  /// `explaining` also gives the reasons, which cost about as much as the coding itself.
  package func code(_ item: ItemText, explaining: Bool = false) -> Coding {
    let full = FoldedText(ItemText.joined([item.title, item.summary]))
    let passage = passage(item, full)
    let coded = PassageCoder(passage: passage, model: model, explains: explaining).coded()
    var (events, reasons) = (coded.events, coded.reasons)
    if !item.content.isEmpty {
      let article = ArticleCoder(
        coder: self, item: item, offset: full.count == 0 ? 0 : full.count + 1, explains: explaining
      ).code()
      events += article.events
      reasons += article.reasons
    }
    return Coding(events: events, quantities: passage.quantities, reasons: reasons)
  }

  /// What a model is told of an item.
  func features(of item: ItemText) -> Features {
    features(of: passage(item, FoldedText(ItemText.joined([item.title, item.summary]))))
  }

  /// The same by who does not know the actors that it names; nil where it names none.
  func featuresOfStrangers(in item: ItemText) -> Features? {
    let passage = passage(item, FoldedText(ItemText.joined([item.title, item.summary])))
    let others = passage.hits.filter { $0.term.group != .actor }
    guard others.count < passage.hits.count else { return nil }
    return features(
      of: Passage(
        text: passage.text, head: passage.head, body: passage.body, hits: others,
        quantities: passage.quantities, context: passage.context))
  }

  private func features(of passage: Passage) -> Features {
    var choice = TypeChoice(passage)
    let told = choice.told()
    return PassageFeatures(passage, choice, told: told).features
  }

  /// The title and summary.
  private func passage(_ item: ItemText, _ full: FoldedText) -> Passage {
    let text = full.prefix(EventCoder.headlineLength)
    let titleEnd = EventCoder.titleEnd(of: item, in: text)
    return Passage(
      text: text, head: 0..<titleEnd, body: titleEnd..<text.count,
      hits: dictionary.hits(in: text),
      quantities: QuantityScanner.scan(text, published: item.published), context: context(item))
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

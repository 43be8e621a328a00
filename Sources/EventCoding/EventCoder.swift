import EventModel

/// Turns items into events, by dictionary and by what was learned. A pure function of the item, the
/// dictionary, the models and the encoder.
package struct EventCoder: Sendable {
  package let dictionary: CodingDictionary

  /// What was learned, where anything was; else the dictionary decides.
  package let model: CoderModel?

  /// What tells beforehand where the encoder's time would be lost.
  let gate: CoderModel?
  package let encoder: TextEncoder?
  /// Of headlines that were encoded together.
  private(set) var vectors: [String: [Float]]
  /// What a second reader has read, which is believed as far as it can be proven.
  var readings: Readings?

  private let ownDigest: String

  /// A fingerprint of all; events coded with equal digests are coded alike.
  package var digest: String {
    readings.map { String(FNV1a(ownDigest + $0.reader).value, radix: 16) } ?? ownDigest
  }

  /// - Parameters:
  ///   - encoder: the one that the model was learned with, where it was.
  ///   - gate: a model that needs none.
  ///   - vectors: of headlines that are known already.
  package init(
    _ dictionary: CodingDictionary = .bundled, model: CoderModel? = .bundled,
    encoder: TextEncoder? = nil, gate: CoderModel? = nil, vectors: [String: [Float]] = [:]
  ) {
    self.dictionary = dictionary
    self.model = model
    self.encoder = encoder
    self.gate = gate
    self.vectors = vectors
    let learned = [model, gate].compactMap { $0?.digest }
    ownDigest =
      learned.isEmpty
      ? dictionary.digest
      : String(FNV1a(dictionary.digest + learned.joined()).value, radix: 16)
  }

  /// By the bundled models: with an encoder that they were learned with, or else without.
  package static func bundled(
    _ dictionary: CodingDictionary, encoder: TextEncoder?
  ) -> EventCoder {
    let model = CoderModel.bundled(for: encoder?.name)
    guard model?.encoder != nil else { return EventCoder(dictionary) }
    return EventCoder(dictionary, model: model, encoder: encoder, gate: .bundled)
  }

  /// Whether it takes the time to encode headlines.
  package var encodes: Bool { encoder != nil }

  /// The same, with the headlines of some items encoded together, which costs less than one by one.
  package func prepared(for items: [ItemText]) -> EventCoder {
    guard let encoder else { return self }
    let headlines = items.compactMap { item in
      let passage = passage(of: item)
      return isPromising(features(of: passage)) ? headline(of: passage) : nil
    }
    var prepared = self
    prepared.vectors = Dictionary(zip(headlines, encoder.vectors(of: headlines))) { one, _ in one }
    return prepared
  }

  /// Whether an item may tell an event at all: what the small model is sure tells none is not encoded.
  func isPromising(_ features: Features) -> Bool {
    guard let gate else { return true }
    return gate.event.chance(gate.odds(features).event) >= EventCoder.leastChance
  }

  private static let leastChance = 0.08

  /// What was learned of headlines, of a sentence: by words alone, for encoding takes too long there.
  func verdict(onSentence passage: Passage) -> CoderModel.Verdict? {
    guard let small = gate ?? model, small.encoder == nil else { return nil }
    var context = passage.context
    context.isSentence = false
    return small.verdict(
      features(
        of: Passage(
          text: passage.text, head: passage.head, body: passage.body, hits: passage.hits,
          quantities: passage.quantities, context: context)))
  }

  /// The vector of a passage's headline; nil where the model needs none.
  func vector(of passage: Passage) -> [Float]? {
    guard let encoder else { return nil }
    let headline = headline(of: passage)
    return vectors[headline] ?? encoder.vectors(of: [headline]).first
  }

  /// The vector of an item's headline; nil where the model needs none.
  func vector(of item: ItemText) -> [Float]? {
    vector(of: passage(of: item))
  }

  /// What is encoded of an item.
  func headline(of item: ItemText) -> String {
    headline(of: passage(of: item))
  }

  private func headline(of passage: Passage) -> String {
    passage.text.quote(passage.head).trimmed
  }

  /// `explaining` also gives the reasons, which cost about as much as the coding itself.
  package func code(_ item: ItemText, explaining: Bool = false) -> Coding {
    let full = FoldedText(ItemText.joined([item.title, item.summary]))
    let passage = passage(item, full)
    let coded = coded(passage, of: item, explaining: explaining)
    var coding = Coding(
      events: coded.events.filter(\.isInScope), hidden: coded.events.filter { !$0.isInScope },
      quantities: passage.quantities, reasons: coded.reasons, doubt: coded.doubt)
    if !item.content.isEmpty {
      let article = ArticleCoder(
        coder: self, item: item, offset: full.count == 0 ? 0 : full.count + 1, explains: explaining
      ).code()
      coding.add(article.events)
      coding.reasons += article.reasons
    }
    return coding
  }

  private func coded(
    _ passage: Passage, of item: ItemText, explaining: Bool
  ) -> (events: [Event], reasons: [Reason], doubt: Double) {
    let coder = PassageCoder(passage: passage, coder: self, explains: explaining)
    let alone = coder.coded()
    guard let readings, let reading = readings[item],
      let read = coder.coded(by: readings, reading)
    else { return alone }
    return (read.events, read.reasons + alone.reasons.overruled(by: read.events), alone.doubt)
  }

  /// What a model is told of an item.
  func features(of item: ItemText) -> Features {
    features(of: passage(of: item))
  }

  /// The same by who does not know the actors that it names; nil where it names none.
  func featuresOfStrangers(in item: ItemText) -> Features? {
    let passage = passage(of: item)
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
  func passage(of item: ItemText) -> Passage {
    passage(item, FoldedText(ItemText.joined([item.title, item.summary])))
  }

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
    let address = item.url.map(AddressParts.init)
    let host = address?.host ?? ""
    let domain = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    let sort = dictionary.noneSources[source] ?? dictionary.noneSources[domain]
    let name = SourceName(source)
    // Who links to the front page of a company names it; who links to a page passes on what it says.
    let linked = address?.hasPage ?? false ? dictionary.officialSources[domain] : nil
    let owner = dictionary.officialSources[source] ?? linked ?? name.owner(in: dictionary)
    return Passage.Context(
      dictionary: dictionary, published: item.published, owner: owner,
      isHost: owner.map { dictionary.actors[$0].kind == "host" } ?? false,
      noneKind: sort == "research" ? nil : sort,
      isResearch: sort == "research" || owner != nil && name.isOfResearch)
  }
}

package import EventModel

/// What of an item decides whether it tells the same event as another.
///
/// Its lists hold hashes, sorted, each once. They lie one behind the other in one array: a day has
/// thousands of sketches, and most of their lists are short.
package struct EventSketch: Sendable {
  /// nil where it is not known, and may be any.
  package let day: CivilDay?
  package let type: EventType?
  package let polarity: Polarity
  /// How far what it tells has got.
  package let stage: Stage
  /// Whether it is hearsay.
  package let isRumour: Bool
  /// Whether the headline strings several together.
  package let isDigest: Bool
  /// Whether the headline is Chinese.
  package let isChinese: Bool
  /// The outlet, by its letters and digits in lower case; nil where it is not known.
  package let source: UInt32?
  /// The name or word that the headline begins with, mostly who acts.
  package let lead: UInt32?
  /// Where each list begins, in the order of ``List``, and where the last ends; then the lists.
  private let lists: [UInt32]

  fileprivate enum List: Int, CaseIterable {
    case tokens, rarities, actors, objects, codedActors, codedObjects, strangers, latinStrangers
    case capitals, amounts, numbers, periods
  }

  /// Words, numbers and names of the headline.
  package var tokens: ArraySlice<UInt32> { list(.tokens) }
  /// Canonical names of actors.
  package var actors: ArraySlice<UInt32> { list(.actors) }
  /// Names of models and products and proper names.
  package var objects: ArraySlice<UInt32> { list(.objects) }
  /// Who acts and what it is about, as it was coded.
  package var codedActors: ArraySlice<UInt32> { list(.codedActors) }
  package var codedObjects: ArraySlice<UInt32> { list(.codedObjects) }
  /// The words of the names of those who act and whom no dictionary knows.
  package var strangers: ArraySlice<UInt32> { list(.strangers) }
  /// Those in Latin letters, which are the same in every language.
  package var latinStrangers: ArraySlice<UInt32> { list(.latinStrangers) }
  /// Words with a capital.
  package var capitals: ArraySlice<UInt32> { list(.capitals) }
  /// Amounts of money, counts and percentages, by value and unit.
  package var amounts: ArraySlice<UInt32> { list(.amounts) }
  /// Numbers as they are written, but for years.
  package var numbers: ArraySlice<UInt32> { list(.numbers) }
  /// Quarters, halves and years that it speaks of.
  package var periods: ArraySlice<UInt32> { list(.periods) }

  /// The tokens that are rare enough to tell one event from others; where none is, all.
  var tellingTokens: [UInt32] {
    let telling = tokens.enumerated().filter { isTelling($0.offset) }.map(\.element)
    return telling.isEmpty ? Array(tokens) : telling
  }

  var hasTellingToken: Bool { (0..<tokens.count).contains { isTelling($0) } }

  /// Whether the token at a place of them is rare enough to tell one event from others.
  func isTelling(_ place: Int) -> Bool { rarity(place) >= TokenRarity.telling }

  /// How rare the token at a place of them is in headlines: ``TokenRarity``.
  func rarity(_ place: Int) -> Double {
    Double(Float(bitPattern: lists[Int(lists[List.rarities.rawValue]) + place]))
  }

  fileprivate init(
    day: CivilDay?, type: EventType?, polarity: Polarity, stage: Stage, isRumour: Bool,
    isDigest: Bool, isChinese: Bool, source: UInt32?, lead: UInt32?,
    lists list: (List) -> [UInt32]
  ) {
    (self.day, self.type, self.polarity, self.stage) = (day, type, polarity, stage)
    (self.isRumour, self.isDigest, self.isChinese) = (isRumour, isDigest, isChinese)
    (self.source, self.lead) = (source, lead)
    let all = List.allCases.map(list)
    var lists = [UInt32(all.count + 1)]
    lists.reserveCapacity(all.reduce(all.count + 1) { $0 + $1.count })
    for list in all { lists.append(lists.last! + UInt32(list.count)) }
    for list in all { lists += list }
    self.lists = lists
  }

  private func list(_ list: List) -> ArraySlice<UInt32> {
    lists[Int(lists[list.rawValue])..<Int(lists[list.rawValue + 1])]
  }

  /// How many days lie between two; 0 where one of them is not known.
  func daysApart(_ other: EventSketch) -> Int {
    guard let day, let otherDay = other.day else { return 0 }
    return abs(day.number - otherDay.number)
  }
}

extension EventCoder {
  /// Sketches a headline of a day and an outlet that was coded as an event: the same whenever it is
  /// asked for.
  package func sketch(
    _ headline: String, day: CivilDay?, event: Event?, source: String?
  ) -> EventSketch {
    let text = sketched(headline)
    let quantities = QuantityScanner.scan(text, published: day)
    return sketch(text, quantities, day: day, event: event, source: source)
  }

  /// Sketches an item; `coding` is what `code` made of it.
  package func sketch(_ item: ItemText, _ coding: Coding) -> EventSketch {
    sketch(
      sketched(item.title), coding.quantities, day: item.published, event: coding.events.first,
      source: item.source)
  }

  /// The tokens of a headline's sketch, spelled out.
  package func tokens(of headline: String) -> Set<String> {
    let text = sketched(headline)
    let named = NamedTokens(text, dictionary)
    let amounts = QuantityScanner.scan(text, published: nil)
    return named.tokens(
      with: SketchToken.words(of: text, except: named.isNamed), amounts.compactMap(\.token))
  }

  /// What of a headline is looked at: without its byline and its outlet.
  private func sketched(_ headline: String) -> FoldedText {
    let full = FoldedText(headline).prefix(EventCoder.headlineLength)
    return full.prefix(Headline(full, 0..<full.count).body.upperBound)
  }

  private func sketch(
    _ text: FoldedText, _ quantities: [Quantity], day: CivilDay?, event: Event?, source: String?
  ) -> EventSketch {
    let named = NamedTokens(text, dictionary)
    let entry = (event?.type).flatMap { dictionary.types[$0] }
    let stated = quantities.filter { $0.span.lowerBound < text.count }
    let amounts = stated.compactMap(\.token)
    let periods = stated.compactMap { quantity -> String? in
      guard let date = quantity.date, ["quarter", "half"].contains(date.precision) else {
        return nil
      }
      return date.text
    }
    let words = SketchToken.words(of: text, except: named.isNamed)
    let tokens = SketchToken.hashes(named.tokens(with: words, amounts))
    let strangers = (event?.actors ?? []).map(\.name).filter { dictionary.canonical($0) == nil }
      .map(FoldedText.init)
    func spelled(_ names: [FoldedText]) -> [UInt32] {
      SketchToken.hashes(
        names.flatMap { name in
          SketchToken.words(of: name, except: [Bool](repeating: false, count: name.count))
        })
    }
    let outlet = (source ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
    return EventSketch(
      day: day, type: event?.type,
      polarity: StanceFinder.isDenied(named.hits, text, 0, entry?.index) ? .denied : .asserted,
      stage: event?.stage ?? .done,
      isRumour: event?.stance == .rumoured, isDigest: text.letters.count { $0 == 0x3B } >= 2,
      isChinese: text.hasHan(in: 0..<text.count),
      source: outlet.isEmpty ? nil : SketchToken.hash(outlet),
      lead: (named.lead ?? words.first).map { SketchToken.hash($0) }
    ) { list in
      switch list {
      case .tokens: tokens
      case .rarities: tokens.map { TokenRarity.bundled[$0].bitPattern }
      case .actors: SketchToken.hashes(named.actors)
      case .objects: SketchToken.hashes(named.objects)
      case .codedActors: SketchToken.hashes(event?.actors.map(\.name) ?? [])
      case .codedObjects: SketchToken.hashes(event?.objects ?? [])
      case .strangers: spelled(strangers)
      case .latinStrangers: spelled(strangers.filter { !$0.hasHan(in: 0..<$0.count) })
      case .capitals:
        SketchToken.hashes(SketchToken.capitals(of: text, except: named.isNamed))
      case .amounts: SketchToken.hashes(amounts)
      case .numbers:
        SketchToken.hashes(SketchToken.numbers(of: text, except: named.isNamed))
      case .periods: SketchToken.hashes(periods)
      }
    }
  }
}

extension Quantity {
  /// Its value and unit; nil of a date.
  fileprivate var token: String? { value.map { "=\($0)\(unit ?? "")" } }
}

/// Who and what a headline names.
private struct NamedTokens {
  let hits: [Hit]
  /// Companies by their canonical names, and those that make what is named.
  private(set) var actors: Set<String> = []
  /// The name that the headline begins with.
  private(set) var lead: String?
  /// Models and products, and proper names that no dictionary has.
  private(set) var objects: Set<String> = []
  /// For each letter, whether it is part of a name that the dictionary has.
  private(set) var isNamed: [Bool]

  init(_ text: FoldedText, _ dictionary: CodingDictionary) {
    hits = dictionary.hits(in: text)
    isNamed = [Bool](repeating: false, count: text.count)
    for hit in hits {
      let index = Int(hit.term.value)
      switch hit.term.group {
      case .actor:
        let name = "@" + dictionary.actors[index].name
        actors.insert(name)
        if hit.range.lowerBound == 0 { lead = name }
      case .object:
        let name = "#" + dictionary.objects[index].name.lowercased()
        objects.insert(name)
        if hit.range.lowerBound == 0 { lead = name }
        actors.insert("@" + dictionary.actors[dictionary.objects[index].maker].name)
      case .outlet: break
      default: continue
      }
      for offset in hit.range { isNamed[offset] = true }
    }
    objects.formUnion(SketchToken.names(of: text, except: isNamed))
  }

  /// Names, words and amounts, each once.
  func tokens(with words: [String], _ amounts: [String]) -> Set<String> {
    actors.union(objects).union(words).union(amounts)
  }
}

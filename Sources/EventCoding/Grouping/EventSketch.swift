package import EventModel

/// What of an item decides whether it tells the same event as another.
package struct EventSketch: Hashable, Sendable {
  /// nil where it is not known, and may be any.
  package var day: CivilDay?
  package var type: EventType?
  /// Whether one company seldom has two events of the type on a day.
  package var isRare: Bool
  package var polarity: Polarity
  /// Words, numbers and names of the headline, hashed; sorted, each once.
  package var tokens: [UInt64]
  /// Canonical names of actors, hashed; sorted.
  package var actors: [UInt64]
  /// Names of models and products and proper names, hashed; sorted.
  package var objects: [UInt64]
  /// Amounts of money, counts and percentages, hashed by value and unit; sorted.
  package var amounts: [UInt64]
  /// Quarters, halves and years that it speaks of, hashed; sorted.
  package var periods: [UInt64]
  /// Whether the headline is Chinese.
  package var isChinese: Bool

  /// How many days lie between two; 0 where one of them is not known.
  func daysApart(_ other: EventSketch) -> Int {
    guard let day, let otherDay = other.day else { return 0 }
    return abs(day.number - otherDay.number)
  }
}

extension EventCoder {
  /// Sketches a headline of a day that was coded as a type: the same whenever it is asked for.
  package func sketch(_ headline: String, day: CivilDay?, type: EventType?) -> EventSketch {
    let full = FoldedText(headline).prefix(EventCoder.headlineLength)
    let text = full.prefix(Headline(full, 0..<full.count).body.upperBound)
    return EventSketch(
      text, hits: dictionary.hits(in: text), dictionary: dictionary, type: type,
      quantities: QuantityScanner.scan(text, published: day), day: day)
  }

  /// Sketches an item; `coding` is what `code` made of it.
  package func sketch(_ item: ItemText, _ coding: Coding) -> EventSketch {
    let full = FoldedText(item.title).prefix(EventCoder.headlineLength)
    let text = full.prefix(Headline(full, 0..<full.count).body.upperBound)
    return EventSketch(
      text, hits: dictionary.hits(in: text), dictionary: dictionary,
      type: coding.events.first?.type, quantities: coding.quantities, day: item.published)
  }
}

extension EventSketch {
  init(
    _ text: FoldedText, hits: [Hit], dictionary: CodingDictionary, type: EventType?,
    quantities: [Quantity], day: CivilDay?
  ) {
    var named = [Bool](repeating: false, count: text.count)
    var (actors, objects, tokens): (Set<UInt64>, Set<UInt64>, Set<UInt64>) = ([], [], [])
    let entry = type.flatMap { dictionary.types[$0] }
    let isDenied = StanceFinder.isDenied(hits, text, 0, entry?.index)
    for hit in hits {
      let index = Int(hit.term.value)
      switch hit.term.group {
      case .actor:
        actors.insert(SketchToken.hash("@", dictionary.actors[index].name))
      case .object:
        objects.insert(SketchToken.hash("#", dictionary.objects[index].name.lowercased()))
        actors.insert(
          SketchToken.hash("@", dictionary.actors[dictionary.objects[index].maker].name))
      case .outlet: break
      default: continue
      }
      for offset in hit.range { named[offset] = true }
    }
    tokens.formUnion(SketchToken.words(of: text, except: named))
    objects.formUnion(SketchToken.names(of: text, except: named))
    tokens.formUnion(actors)
    tokens.formUnion(objects)
    let stated = quantities.filter { $0.span.lowerBound < text.count }
    let amounts = stated.compactMap { quantity in
      quantity.value.map { SketchToken.hash("=", "\($0)\(quantity.unit ?? "")") }
    }
    let periods = stated.compactMap { quantity -> UInt64? in
      guard let date = quantity.date, ["quarter", "half"].contains(date.precision) else {
        return nil
      }
      return SketchToken.hash("~", date.text)
    }
    tokens.formUnion(amounts)
    self.init(
      day: day, type: type, isRare: entry?.traits.contains(.rare) ?? false,
      polarity: isDenied ? .denied : .asserted,
      tokens: tokens.sorted(), actors: actors.sorted(), objects: objects.sorted(),
      amounts: Set(amounts).sorted(), periods: Set(periods).sorted(),
      isChinese: text.hasHan(in: 0..<text.count))
  }
}

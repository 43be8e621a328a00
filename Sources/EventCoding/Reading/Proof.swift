import EventModel

/// What of a reading holds: types, stances and metrics that the dictionary has, names and amounts that
/// stand in the text, dictionary names of what does. The rest is dropped and counted.
struct Proof {
  /// An event that was told by words of the text.
  struct Event {
    let type: TypeEntry
    let stance: Stance?
    let actors: [String]
    let objects: [String]
    /// What the amounts at these places measure.
    let metrics: [Range<Int>: String]
    /// The words that tell it.
    let quote: Range<Int>
  }

  private(set) var events: [Event] = []
  /// The reading without what was dropped; nil where nothing of it holds, and it is refused as a whole.
  private(set) var reading: Reading?
  private(set) var dropped = 0

  private let passage: Passage
  private var text: FoldedText { passage.text }
  private var dictionary: CodingDictionary { passage.context.dictionary }

  init(of claimed: Reading, in passage: Passage) {
    self.passage = passage
    guard claimed.none == nil || claimed.events.isEmpty else {
      dropped = 1 + claimed.events.count
      return
    }
    guard let none = claimed.none else {
      let claims = claimed.events.compactMap { prove($0) }
      reading = claims.isEmpty ? nil : Reading(events: claims)
      return
    }
    if Reading.noneKinds.contains(none) { reading = claimed } else { dropped = 1 }
  }

  /// As many types as an item is given.
  private static let mostEvents = 2
  private static let mostNames = 4

  /// What of a claim holds. Without the words that tell it, or with actors of which none stands in the
  /// text, it tells of another text.
  private mutating func prove(_ claim: Reading.Claim) -> Reading.Claim? {
    guard let type = dictionary.types[EventType(rawValue: claim.type)],
      events.count < Proof.mostEvents, !events.contains(where: { $0.type.index == type.index }),
      let quote = text.place(of: claim.quote), quote.count >= min(4, text.count)
    else {
      dropped += 1
      return nil
    }
    let actors = names(claim.actors, actor)
    guard claim.actors.isEmpty || !actors.isEmpty else { return nil }
    let objects =
      type.objects == .none ? names(claim.objects) { _ in nil } : names(claim.objects, object)
    let stance = Stance(rawValue: claim.stance)
    if stance == nil { dropped += 1 }
    var metrics: [Range<Int>: String] = [:]
    for measure in claim.amounts {
      if let place = amount(measure) { metrics[place] = measure.metric } else { dropped += 1 }
    }
    events.append(
      Event(
        type: type, stance: stance, actors: actors, objects: objects, metrics: metrics,
        quote: quote))
    return Reading.Claim(
      type: claim.type, stance: stance?.rawValue ?? "", actors: actors, objects: objects,
      amounts: metrics.sorted { $0.key.lowerBound < $1.key.lowerBound }.map {
        Reading.Measure(words: text.quote($0.key), metric: $0.value)
      }, quote: text.quote(quote))
  }

  /// The names that hold, each once.
  private mutating func names(_ claimed: [String], _ proven: (String) -> String?) -> [String] {
    var names: [String] = []
    for claim in claimed {
      guard names.count < Proof.mostNames, let name = proven(claim) else {
        dropped += 1
        continue
      }
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The canonical name of an actor that the text names, or whose product or channel it is; else the
  /// name as the text has it.
  private func actor(_ claim: String) -> String? {
    let known = dictionary.canonical(claim)
    if let known, standing.contains(known) { return known }
    guard let place = name(claim),
      !passage.hits.contains(where: { $0.term.group == .outlet && $0.range == place })
    else { return nil }
    return known ?? text.name(place)
  }

  private var standing: Set<String> {
    var names: Set<String> = []
    for hit in passage.hits {
      switch hit.term.group {
      case .actor: names.insert(dictionary.actor(hit).name)
      case .object: names.insert(dictionary.actors[dictionary.object(hit).maker].name)
      default: break
      }
    }
    if let owner = passage.context.owner { names.insert(dictionary.actors[owner].name) }
    return names
  }

  /// A model or product that the text names, under the name that the dictionary has for it.
  private func object(_ claim: String) -> String? {
    let hits = passage.hits.filter { $0.term.group == .object }
    let folded = claim.folded
    if let hit = hits.first(where: { dictionary.object($0).name.folded == folded }) {
      return dictionary.object(hit).name
    }
    guard dictionary.canonical(claim) == nil, let place = name(claim) else { return nil }
    return hits.first { $0.range == place }.map { dictionary.object($0).name } ?? text.name(place)
  }

  /// Where an amount stands that can measure what it is said to.
  private func amount(_ measure: Reading.Measure) -> Range<Int>? {
    guard let words = text.place(of: measure.words) else { return nil }
    return passage.quantities.first { quantity in
      quantity.value != nil && quantity.span.overlaps(words)
        && dictionary.metrics.contains {
          $0.name == measure.metric && $0.kind == quantity.kind.rawValue
        }
    }?.span
  }

  /// Where a name stands that no dictionary has: spelled so, short, no common word, and no sentence, which
  /// has its marks, its sums or its verb.
  private func name(_ claim: String) -> Range<Int>? {
    guard let place = text.place(of: claim, cased: true) else { return nil }
    let letters = text.cased[place]
    let isShort = letters.count { $0 == 0x20 } < 6 && letters.count { Letter.isHan($0) } <= 20
    let isName = letters.contains {
      Letter.isUppercase($0) || Letter.isDigit($0) || Letter.isHan($0)
    }
    let tells = passage.hits.contains { hit in
      hit.term.group == .trigger && hit.term.points >= 3 && place.contains(hit.range.lowerBound)
    }
    let counts = passage.quantities.contains { quantity in
      [.money, .percent].contains(quantity.kind) && quantity.span.overlaps(place)
    }
    guard isShort, isName, place.count >= 2, !tells, !counts,
      !letters.contains(where: Proof.marks.contains)
    else { return nil }
    return place
  }

  /// What ends a clause.
  private static let marks = Set(",;:!?。|\n".folded)
}

extension FoldedText {
  /// Where words stand first, whole ones, whatever their case and widths; or spelled so.
  fileprivate func place(of words: String, cased: Bool = false) -> Range<Int>? {
    let wanted = FoldedText(words.trimmed)
    let (searched, letters) = cased ? (self.cased, wanted.cased) : (self.letters, wanted.letters)
    var start = 0
    while !letters.isEmpty, let found = searched.firstOffset(of: letters, in: start..<count) {
      let end = found + letters.count
      if isWordStart(found), isWordEnd(end) { return found..<end }
      start = found + 1
    }
    return nil
  }
}

import EventModel

/// Who takes part in the event of a passage, and in what role.
struct ActorFinder {
  let passage: Passage
  let type: TypeEntry
  let headline: Headline
  let trigger: Hit?

  init(_ passage: Passage, _ type: TypeEntry, _ trigger: Hit?) {
    self.passage = passage
    self.type = type
    headline = passage.headline
    self.trigger = trigger
  }

  var dictionary: CodingDictionary { passage.context.dictionary }

  /// In the order of the headline.
  var actors: [Actor] {
    let lead =
      passage.context.owner == nil && !passage.context.isSentence
      ? passage.strangerInLead : nil
    var found = known(beside: lead)
    if let owner = passage.context.owner, !isOnlyHost(found) {
      if !type.traits.contains(.shared) { found.removeAll { !isPartner($0.offset) } }
      found.removeAll { $0.index == owner }
      found.insert((owner, -1), at: 0)
    }
    if type.type == .advocacy, found.allSatisfy({ dictionary.actors[$0.index].kind == "person" }) {
      found = issuer + found
    }
    if found.isEmpty, lead == nil { found = makers() }
    var names = found.map { (dictionary.actors[$0.index].name, $0.offset) }
    if let lead { names.append((text.name(lead), lead.lowerBound)) }
    for name in strangers(beside: found.map(\.offset))
    where !names.contains(where: { $0.0 == name.0 }) { names.append(name) }
    if names.isEmpty { names = fallback().map { (dictionary.actors[$0].name, 0) } }
    return names.sorted { $0.1 < $1.1 }.enumerated().map { place, name in
      Actor(name.0, role: role(place, name.1))
    }
  }

  /// Actors of the dictionary that the headline names and that can act in such an event.
  private func known(beside lead: Range<Int>?) -> [(index: Int, offset: Int)] {
    var found: [(index: Int, offset: Int)] = []
    let hits = passage.headHits.filter { $0.range.upperBound <= headline.body.upperBound }
    let named = hits.filter { $0.term.group == .actor }
    let first = hits.first { $0.term.group == .actor || $0.term.group == .object }
    if let first, first.term.group == .object, lead == nil, isMakersDoing,
      !ObjectFinder.isCompared(first.range, text)
    {
      found.append((dictionary.object(first).maker, first.range.lowerBound))
    }
    let circumstance = circumstance
    for hit in named where lead?.overlaps(hit.range) != true {
      if circumstance.contains(hit.range.lowerBound), !found.isEmpty { continue }
      let index = Int(hit.term.value)
      guard !found.contains(where: { $0.index == index }), mayAct(hit, among: named) else {
        continue
      }
      found.append((index, hit.range.lowerBound))
    }
    return found
  }

  /// What happened besides, up to the next comma: days after Twitter began …
  private var circumstance: Range<Int> {
    let body = headline.body
    let start =
      ActorFinder.turns.lazy.compactMap { text.letters.firstOffset(of: $0, in: body) }.min()
      ?? body.upperBound
    let comma = text.letters[start..<body.upperBound].firstIndex(of: 0x2C)
    return start..<(comma ?? body.upperBound)
  }

  private func mayAct(_ hit: Hit, among named: [Hit]) -> Bool {
    let kind = dictionary.actor(hit).kind
    let start = hit.range.lowerBound
    if kind == "government" {
      let isSubject = start <= headline.body.lowerBound + 1
      guard type.traits.contains(.isPublic) || isSubject && !isAdjective(hit) else {
        return false
      }
      let agencies = named.filter {
        let actor = dictionary.actor($0)
        return actor.kind == "government" && actor.name.hasPrefix("US ")
          && actor.name != "US Government" || actor.name == "FTC"
      }
      if dictionary.actor(hit).name == "US Government",
        !agencies.isEmpty || isAdjective(hit)
      {
        return false
      }
      return true
    }
    if type.type == .advocacy, named.contains(where: { $0.term.points == 1 }) {
      return hit.term.points == 1
    }
    if kind == "person", type.type == .litigation, hit.range == named.first?.range { return true }
    if isMeasure(hit, among: named) { return false }
    if kind == "person" || hit.term.points == 1 {
      if !ActorFinder.peoplesTypes.contains(type.type), !makers().isEmpty { return false }
      let companies = named.filter {
        dictionary.actor($0).kind != "person" && $0.term.points == 0
          && dictionary.actor($0).kind != "government"
      }
      return companies.isEmpty
    }
    if text.contains(" parent ", at: hit.range.upperBound) { return false }
    if type.type != .personnel, isPast(start) { return false }
    if type.type == .funding, ActorFinder.givers.contains(where: { follows($0, start) }) {
      return false
    }
    if type.type == .funding,
      text.letter(start - 1) == 0x524D || text.letter(start - 2) == 0x524D
        || text.letter(hit.range.upperBound) == 0x524D
    {
      return false
    }
    return true
  }

  var text: FoldedText { passage.text }

  /// Whether somebody is named only for comparison, or in a list of such: rivals A, B and C; 同谷歌和微软竞争.
  private func isMeasure(_ hit: Hit, among named: [Hit]) -> Bool {
    var list = hit.range
    func isListed(_ between: Range<Int>) -> Bool {
      ActorFinder.listing.contains(String(letters: text.letters[between]))
    }
    for other in named.reversed().map(\.range)
    where other.upperBound <= list.lowerBound && isListed(other.upperBound..<list.lowerBound) {
      list = other.lowerBound..<list.upperBound
    }
    for other in named.map(\.range)
    where other.lowerBound >= list.upperBound && isListed(list.upperBound..<other.lowerBound) {
      list = list.lowerBound..<other.upperBound
    }
    return ActorFinder.examples.contains { follows($0, list.lowerBound) }
      || ObjectFinder.isCompared(list, text)
  }

  /// Whether the maker of what is named acts: an appeal is made to it.
  private var isMakersDoing: Bool { type.type != .advocacy }

  /// Whether who is named in an official post does something together with its owner.
  private func isPartner(_ offset: Int) -> Bool {
    offset == headline.body.lowerBound || ActorFinder.together.contains { follows($0, offset) }
  }

  /// Who makes an appeal whose headline names no organisation: it is named below.
  private var issuer: [(index: Int, offset: Int)] {
    let hit = passage.hits.first { hit in
      hit.term.group == .actor && !passage.isInHead(hit.range)
        && ["nonprofit", "academia"].contains(dictionary.actor(hit).kind)
    }
    return hit.map { [(Int($0.term.value), -1)] } ?? []
  }

  /// US in `US car dealerships`, Beijing in `Beijing-based`.
  private func isAdjective(_ hit: Hit) -> Bool {
    if ActorFinder.adjectives.contains(where: { text.contains($0, at: hit.range.upperBound) }) {
      return true
    }
    if text.contains("'s ", at: hit.range.upperBound), !headline.isTitleCase,
      headline.nameRun(at: hit.range.upperBound + 3) != nil
    {
      return true
    }
    guard hit.range.count <= 4 else { return false }
    let end = hit.range.upperBound
    if Letter.isHan(text.letter(hit.range.lowerBound)) {
      return ActorFinder.belongings.contains { text.contains($0, at: end) }
    }
    guard let next = headline.word(at: end + 1) else { return false }
    return !ActorFinder.governmentVerbs.contains(Array(text.letters[next]))
  }

  private func isPast(_ start: Int) -> Bool {
    ActorFinder.past.contains { follows($0, start) }
  }

  private func follows(_ words: String, _ start: Int) -> Bool {
    text.contains(words, at: start - words.utf8.count)
      && text.isWordStart(start - words.utf8.count)
  }

  /// Whether the source shows what others make, and the headline says whose it is.
  private func isOnlyHost(_ found: [(index: Int, offset: Int)]) -> Bool {
    guard passage.context.isHost, let owner = passage.context.owner else { return false }
    let named = found.isEmpty ? makers() : found
    return !named.isEmpty && !named.contains { $0.index == owner }
  }

  private func makers() -> [(index: Int, offset: Int)] {
    var found: [(index: Int, offset: Int)] = []
    guard isMakersDoing else { return found }
    for hit in passage.headHits
    where hit.term.group == .object && hit.range.upperBound <= headline.body.upperBound {
      let maker = dictionary.object(hit).maker
      if found.isEmpty || type.type == .partnership, !found.contains(where: { $0.index == maker }) {
        found.append((maker, hit.range.lowerBound))
      }
    }
    return found
  }

  /// The summary's first actor, or the subject that the text goes on about.
  private func fallback() -> [Int] {
    if let subject = passage.context.subject { return [subject] }
    return passage.hits.first { hit in
      hit.term.group == .actor && !isPast(hit.range.lowerBound)
        && (type.traits.contains(.isPublic)
          || dictionary.actor(hit).kind != "government")
    }.map { [Int($0.term.value)] } ?? []
  }

  private func role(_ place: Int, _ offset: Int) -> String? {
    let isFirst = (place == 0) != (type.type == .funding && isToldOfInvestor)
    return isFirst ? type.roles.first : type.roles.dropFirst().first
  }

  /// Whether the subject gives the money (SoftBank invests in OpenAI) and does not raise it.
  private var isToldOfInvestor: Bool {
    func has(_ words: [[UInt16]]) -> Bool {
      words.contains { text.letters.firstOffset(of: $0, in: headline.body) != nil }
    }
    return has(ActorFinder.investing) && !has(ActorFinder.raising)
  }
}

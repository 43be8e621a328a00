import EventModel

/// Collects word lists, then indexes them for matching.
struct DictionaryBuilder {
  private(set) var actors: [ActorEntry] = []
  private(set) var objects: [ObjectEntry] = []
  private(set) var metrics: [MetricEntry] = []
  private(set) var officialSources: [String: Int] = [:]
  private(set) var noneSources: [String: String] = [:]
  private(set) var actorNames: [[UInt16]: Int] = [:]
  private(set) var terms: [Term] = []
  private(set) var spellings: [[UInt16]] = []
  private(set) var trie = PhraseTrie()

  private var actorIndex: [String: Int] = [:]
  private var phrases: [(phrase: [UInt16], spelling: [UInt16], term: Term)] = []
  private var dropped: Set<[UInt16]> = []

  mutating func add(_ lists: WordLists, file: String) throws(DictionaryError) {
    for list in lists.lists {
      switch list.section.first {
      case "actors": addActor(list.key, kind: list.section.last ?? "company", list.words)
      case "people": addPeople(list.key, list.words)
      case "models": addObjects(list.key, isModel: true, list.words)
      case "products": addObjects(list.key, isModel: false, list.words)
      case "events": try addTriggers(list, file: file)
      case "none" where list.key == "veto": addCues(.veto, list.words)
      case "none": addCues(.none, list.words, points: Points.byKey[list.key]?.points ?? 1)
      case "stance": try addStance(list, file: file)
      case "sources": addSources(list)
      case "metrics": addMetric(list)
      case nil where list.key == "drop": dropped.formUnion(list.words.map(\.folded))
      case "drop": dropped.formUnion(list.words.map(\.folded))
      default:
        throw DictionaryError(
          file: file, problem: unknown(list.section.first ?? list.key, "section", Self.sections))
      }
    }
  }

  /// Puts everything into the trie; names that come later in a user's file win.
  mutating func index() {
    for (phrase, spelling, bare) in phrases where !dropped.contains(phrase) {
      var term = bare
      term.place = Int32(terms.count)
      terms.append(term)
      spellings.append(spelling)
      trie.insert(phrase, term: Int32(terms.count - 1))
    }
  }

  private static let sections = [
    "actors", "people", "models", "products", "events", "none", "stance", "sources", "metrics",
    "drop",
  ]

  private func unknown(_ word: String, _ what: String, _ known: [String]) -> String {
    let hint = nearest(to: word, in: known).map { "; did you mean “\($0)”?" } ?? ""
    return "unknown \(what) “\(word)”\(hint)"
  }

  private mutating func actor(_ name: String, kind: String) -> Int {
    if let known = actorIndex[name] { return known }
    actors.append(ActorEntry(name: name, kind: kind))
    actorIndex[name] = actors.count - 1
    actorNames[name.folded] = actors.count - 1
    return actors.count - 1
  }

  private mutating func addActor(_ name: String, kind: String, _ names: [String]) {
    let isNew = actorIndex[name] == nil
    let index = actor(name, kind: kind)
    let ambiguous = names.contains("?" + name)
    for alias in (isNew && !ambiguous ? [name] : []) + names { addName(alias, .actor, index) }
  }

  private mutating func addPeople(_ name: String, _ names: [String]) {
    let isNew = actorIndex[name] == nil
    let index = actor(name, kind: "person")
    for alias in (isNew ? [name] : []) + names { addName(alias, .actor, index, points: 1) }
  }

  private mutating func addName(
    _ alias: String, _ group: TermGroup, _ index: Int, points: Int = 0
  ) {
    let isMarked = alias.hasPrefix("?")
    let spelling = isMarked ? String(alias.dropFirst()) : alias
    let text = FoldedText(spelling)
    let isExact = isMarked || DictionaryBuilder.looksLikeWord(text, isObject: group == .object)
    if group == .actor { actorNames[text.letters] = index }
    phrases.append(
      (
        text.letters, text.cased, Term(group, index, points: points, isExact: isExact)
      ))
  }

  /// Short capitals (MOST, SEC) and products of one plain word (Echo) are words in lower case.
  private static func looksLikeWord(_ text: FoldedText, isObject: Bool) -> Bool {
    guard text.cased.allSatisfy(Letter.isLatin) else { return false }
    let capitals = text.cased.count { Letter.isUppercase($0) }
    if capitals == text.count { return text.count <= 5 && !isObject }
    return isObject && capitals == 1 && text.count <= 9 && Letter.isUppercase(text.cased[0])
  }

  private mutating func addObjects(_ maker: String, isModel: Bool, _ names: [String]) {
    let maker = actor(maker, kind: "company")
    for name in names {
      let (alias, fullName) = DictionaryBuilder.renaming(name)
      objects.append(ObjectEntry(name: fullName, isModel: isModel, maker: maker))
      addName(alias, .object, objects.count - 1)
    }
  }

  /// `文心一言 = ERNIE Bot`: a spelling, and the name it is coded under.
  private static func renaming(_ name: String) -> (alias: String, fullName: String) {
    if let sign = name.firstRange(of: " = ") {
      return (String(name[..<sign.lowerBound]), String(name[sign.upperBound...]))
    }
    return (name, name.hasPrefix("?") ? String(name.dropFirst()) : name)
  }

  private mutating func addTriggers(
    _ list: WordLists.List, file: String
  ) throws(DictionaryError) {
    guard let name = list.section.dropFirst().first, let type = EventType(rawValue: name) else {
      throw DictionaryError(
        file: file,
        problem: unknown(
          list.section.dropFirst().first ?? list.key, "event type",
          EventType.allCases.map(\.rawValue)))
    }
    guard let points = Points.byKey[list.key] else {
      throw DictionaryError(
        file: file, problem: unknown(list.key, "list of triggers", Array(Points.byKey.keys)))
    }
    for word in list.words {
      addPhrase(
        word, .trigger, type.index, points: points.points, condition: points.condition)
    }
  }

  private mutating func addPhrase(
    _ word: String, _ group: TermGroup, _ value: Int, points: Int = 0,
    condition: TriggerCondition = .none
  ) {
    let isStem = word.hasSuffix("*")
    let phrase = (isStem ? String(word.dropLast()) : word).folded
    phrases.append(
      (phrase, phrase, Term(group, value, points: points, condition: condition, isStem: isStem)))
  }

  private mutating func addCues(_ group: TermGroup, _ words: [String], points: Int = 1) {
    for word in words { addPhrase(word, group, 0, points: points) }
  }

  private mutating func addStance(_ list: WordLists.List, file: String) throws(DictionaryError) {
    let groups: [String: TermGroup] = [
      "official": .official, "launch": .launch, "rumoured": .rumoured, "denied": .denied,
      "reported": .reported,
    ]
    guard let name = list.section.last, let group = groups[name] else {
      throw DictionaryError(
        file: file, problem: unknown(list.section.last ?? "", "stance", Array(groups.keys)))
    }
    addCues(group, list.words)
  }

  private mutating func addSources(_ list: WordLists.List) {
    switch list.section.last {
    case "official":
      let owner = actor(list.key, kind: "company")
      for source in list.words { officialSources[source.lowercased()] = owner }
    case "outlets": addCues(.outlet, list.words)
    default: for source in list.words { noneSources[source.lowercased()] = list.key }
    }
  }

  private mutating func addMetric(_ list: WordLists.List) {
    metrics.append(MetricEntry(name: list.key, kind: list.section.last ?? "money"))
    for word in list.words { addPhrase(word, .metric, metrics.count - 1) }
  }
}

extension EventType {
  /// The place in the order of precedence.
  var index: Int { Self.allCases.firstIndex(of: self)! }
}

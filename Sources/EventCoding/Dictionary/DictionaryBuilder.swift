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
  private(set) var types = TypeTable()
  private(set) var findings: [DictionaryFinding] = []

  private var file = ""
  /// By group: each phase with its words, in the order of the files.
  private var phases: [String: [(phase: String, words: [[UInt16]])]] = [:]
  private var actorIndex: [String: Int] = [:]
  private var phrases: [(phrase: [UInt16], spelling: [UInt16], term: Term)] = []
  private var dropped: Set<[UInt16]> = []

  /// Reads a file; what is wrong in it becomes a finding, and the rest is read on.
  mutating func add(_ file: (name: String, toml: String)) {
    self.file = file.name
    let earlier = findings
    findings = []
    let lists = WordList.read(toml: file.toml, file: file.name, findings: &findings)
    let fitting = lists.filter { fits($0) }
    for list in fitting where list.section.first == "types" {
      if let problem = types.add(list, file: file.name) { report(list, problem) }
    }
    for list in fitting where list.section.first != "types" { add(list) }
    findings = earlier + findings.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  private mutating func add(_ list: WordList) {
    switch list.section.first ?? list.key {
    case "actors": addActor(list.key, kind: list.section[1], list.words)
    case "people": addPeople(list.key, list.words)
    case "models": addObjects(list.key, isModel: true, list.words)
    case "products": addObjects(list.key, isModel: false, list.words)
    case "events": addTriggers(list)
    case "none" where list.key == "veto": addCues(.veto, list.words)
    case "none": addCues(.none, list.words, points: Points.byKey[list.key]?.points ?? 1)
    case "stance": addStance(list)
    case "phases": addPhases(list)
    case "sources": addSources(list)
    case "metrics": addMetric(list)
    default: dropped.formUnion(list.words.map(\.folded))
    }
  }

  /// How many tables stand around the lists of each section.
  private static let sections = [
    "types": 2, "actors": 2, "people": 1, "models": 1, "products": 1, "events": 2, "none": 1,
    "stance": 2, "phases": 2, "sources": 2, "metrics": 2, "drop": 1,
  ]

  /// Whether a list stands where its section has lists.
  private mutating func fits(_ list: WordList) -> Bool {
    let name = list.section.first ?? list.key
    guard let depth = Self.sections[name] else {
      report(list, unknown("section", name, Self.sections.keys.sorted()))
      return false
    }
    let isText = name == "types" && TypeEntry.texts.contains(list.key)
    if list.section.count == depth || name == "drop" && list.section.isEmpty {
      if list.isText != isText { report(list, "should be a \(isText ? "text" : "list of texts")") }
      return list.isText == isText
    }
    let isShallow = list.section.count < depth
    report(
      list,
      isShallow
        ? "should be a table"
        : "\(list.section.prefix(depth + 1).joined(separator: ".")) should be a list of texts")
    return false
  }

  private mutating func report(_ list: WordList, _ problem: String) {
    findings.append(
      DictionaryFinding(malformed: file, line: list.line, "\(list.path): \(problem)"))
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
    findings += types.findings(phases: phases.keys.sorted())
  }

  /// By type, the words that say how far an event has got, in the order they are looked for.
  var phaseWords: [[PhaseWord]] {
    types.entries.map { $0.phases.flatMap(phaseWords(of:)) }
  }

  /// Those of a group, in the order they are looked for.
  func phaseWords(of group: String) -> [PhaseWord] {
    (phases[group] ?? []).flatMap { phase in
      phase.words.map { PhaseWord(word: $0, phase: phase.phase) }
    }
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
    if name.utf8.contains(UInt8(ascii: "=")), let sign = name.firstRange(of: " = ") {
      return (String(name[..<sign.lowerBound]), String(name[sign.upperBound...]))
    }
    return (name, name.hasPrefix("?") ? String(name.dropFirst()) : name)
  }

  private mutating func addTriggers(_ list: WordList) {
    guard let type = types.place(of: list.section[1]) else {
      return report(list, unknown("event type", list.section[1], types.names))
    }
    guard let points = Points.byKey[list.key] else {
      return report(list, unknown("list of triggers", list.key, Points.byKey.keys.sorted()))
    }
    for word in list.words {
      addPhrase(word, .trigger, type, points: points.points, condition: points.condition)
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

  private mutating func addStance(_ list: WordList) {
    let groups: [String: TermGroup] = [
      "official": .official, "launch": .launch, "rumoured": .rumoured, "denied": .denied,
      "reported": .reported,
    ]
    guard let group = groups[list.section[1]] else {
      return report(list, unknown("stance", list.section[1], groups.keys.sorted()))
    }
    addCues(group, list.words)
  }

  private mutating func addPhases(_ list: WordList) {
    let words = list.words.map(\.folded)
    var group = phases[list.section[1]] ?? []
    if let known = group.firstIndex(where: { $0.phase == list.key }) {
      group[known].words += words
    } else {
      group.append((list.key, words))
    }
    phases[list.section[1]] = group
  }

  private mutating func addSources(_ list: WordList) {
    switch list.section.last {
    case "official":
      let owner = actor(list.key, kind: "company")
      for source in list.words { officialSources[source.lowercased()] = owner }
    case "outlets": addCues(.outlet, list.words)
    default: for source in list.words { noneSources[source.lowercased()] = list.key }
    }
  }

  private mutating func addMetric(_ list: WordList) {
    metrics.append(MetricEntry(name: list.key, kind: list.section.last ?? "money"))
    for word in list.words { addPhrase(word, .metric, metrics.count - 1) }
  }
}

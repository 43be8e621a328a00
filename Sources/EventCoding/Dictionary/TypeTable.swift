import EventModel

/// Collects the types of events from the `types` sections of dictionary files.
struct TypeTable {
  private(set) var entries: [TypeEntry] = []
  private var places: [String: Int] = [:]
  /// Lists whose words are names that must be known in the end.
  private var references: [(list: WordList, file: String)] = []

  func place(of name: String) -> Int? { places[name] }

  var names: [String] { entries.map(\.type.rawValue) }

  /// Takes a field of a type; gives what is wrong with it.
  mutating func add(_ list: WordList, file: String) -> String? {
    let name = list.section[1]
    let place = places[name] ?? entries.count
    if place == entries.count {
      places[name] = place
      entries.append(TypeEntry(EventType(rawValue: name), index: place))
    }
    if ["phases", "shades", "suppresses"].contains(list.key) { references.append((list, file)) }
    return entries[place].set(list.key, to: list.words)
  }

  /// Names of types, or of these groups of phases, that no file has.
  func findings(phases: [String]) -> [DictionaryFinding] {
    references.flatMap { list, file in
      let (what, known) = list.key == "phases" ? ("phases", phases) : ("event type", names)
      return list.words.filter { !known.contains($0) }.map { word in
        DictionaryFinding(
          malformed: file, line: list.line, "\(list.path): \(unknown(what, word, known))")
      }
    }
  }
}

import EventModel

/// A sort of event and how such events are coded: a table of `types.toml`, which says what each
/// field means.
struct TypeEntry: Sendable {
  enum Trait: String, Sendable, CaseIterable {
    case shared, general, rare
    case isPublic = "public"
    case holdsAmounts = "holds-amounts"
  }

  enum Objects: String, Sendable, CaseIterable { case none, known, any, new }

  enum StanceRule: String, Sendable, CaseIterable {
    case launch, reported
    case ownWord = "own-word"
    case thirdParty = "third-party"
  }

  let type: EventType
  /// The place in the order of precedence.
  let index: Int
  var meaning = ""
  var roles: [String] = []
  var traits: Set<Trait> = []
  var objects = Objects.known
  var stance: StanceRule?
  var phases: [String] = []
  var metrics: [String] = []
  var suppresses: [EventType] = []
  var shades: [EventType] = []

  init(_ type: EventType, index: Int) {
    self.type = type
    self.index = index
  }

  /// Takes a field as written; gives what is wrong with it.
  mutating func set(_ field: String, to words: [String]) -> String? {
    switch field {
    case "meaning": meaning = words.joined()
    case "roles": roles = words
    case "traits":
      traits = Set(words.compactMap(Trait.init))
      return firstUnknown(words, Trait.self, "trait")
    case "objects":
      objects = words.last.flatMap(Objects.init) ?? .known
      return firstUnknown(words, Objects.self, "rule for objects")
    case "stance":
      stance = words.last.flatMap(StanceRule.init)
      return firstUnknown(words, StanceRule.self, "rule for stance")
    case "phases": phases = words
    case "metrics": metrics = words
    case "suppresses": suppresses = words.map(EventType.init)
    case "shades": shades = words.map(EventType.init)
    default: return unknown("field", field, TypeEntry.fields)
    }
    return nil
  }

  private func firstUnknown<Word: RawRepresentable & CaseIterable>(
    _ words: [String], _: Word.Type, _ what: String
  ) -> String? where Word.RawValue == String {
    words.first { Word(rawValue: $0) == nil }.map {
      unknown(what, $0, Word.allCases.map(\.rawValue))
    }
  }

  /// Fields that are one text; the others are lists.
  static let texts: Set = ["meaning", "objects", "stance"]
  private static let fields = [
    "meaning", "roles", "traits", "objects", "stance", "phases", "metrics", "suppresses", "shades",
  ]
}

package import EventModel

/// The types of events that a dictionary knows, in the order of their precedence.
package struct EventTypes: Sendable {
  /// Those of the bundled dictionary, read without the rest of it.
  package static let bundled: EventTypes = {
    var builder = DictionaryBuilder()
    for file in BundledDictionaries.files where file.name == "Dictionaries/types.toml" {
      builder.add(file)
    }
    return EventTypes(builder.types.entries)
  }()

  let entries: [TypeEntry]
  /// What each type takes points from, by place.
  let suppressed: [[Int]]
  /// Of each type whether all news has it, by place.
  let isGeneral: [Bool]
  private let places: [EventType: Int]

  init(_ entries: [TypeEntry]) {
    let places = Dictionary(uniqueKeysWithValues: entries.map { ($0.type, $0.index) })
    self.entries = entries
    self.places = places
    isGeneral = entries.map { $0.traits.contains(.general) }
    suppressed = entries.map { $0.suppresses.compactMap { places[$0] } }
  }

  package var all: [EventType] { entries.map(\.type) }

  /// What an event of a type is, in a few words; nil for types that the dictionary does not know.
  package func meaning(of type: EventType) -> String? { self[type]?.meaning }

  subscript(type: EventType) -> TypeEntry? { places[type].map { entries[$0] } }

  /// The place of a type in the order of precedence; nil where it is not known.
  func place(of type: EventType) -> Int? { places[type] }

  /// The type that an amount of a metric is by itself.
  func type(measuredBy metric: String) -> TypeEntry? {
    entries.last { $0.metrics.contains(metric) }
  }

  /// The type with a name; throws a ``FieldError`` that suggests the nearest where neither the
  /// dictionary knows it nor `others` have it.
  package func named(
    _ name: String, orAmong others: [EventType] = []
  ) throws(FieldError) -> EventType {
    let type = EventType(rawValue: name)
    if places[type] != nil || others.contains(type) { return type }
    throw FieldError(key: "type", problem: unknown("event type", name, all.map(\.rawValue)))
  }
}

/// That a word is not known, and the nearest that is.
func unknown(_ what: String, _ word: String, _ known: some Sequence<String>) -> String {
  let hint = nearest(to: word, in: known).map { "; did you mean “\($0)”?" } ?? ""
  return "unknown \(what) “\(word)”\(hint)"
}

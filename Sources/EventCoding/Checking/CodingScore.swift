package import EventModel

/// How well the coder's events agree with labels: what `annals dictionary test` reports.
package struct CodingScore: Sendable {
  /// Precision, recall and F1 by type.
  package private(set) var types: [EventType: Tally] = [:]
  /// Over all types together.
  package private(set) var micro = Tally()
  /// Event or none.
  package private(set) var events = Tally()
  /// Over items that both the label and the coder call an event, as are the rest.
  package private(set) var actors = Tally()
  package private(set) var objects = Tally()
  package private(set) var rumoured = Tally()
  package private(set) var denials = Tally()
  package private(set) var stanceAccuracy = 0.0

  package init(_ coder: EventCoder, on items: [LabelledItem]) {
    var stances: [Bool] = []
    for labelled in items {
      let coded = coder.code(labelled.item).events
      let given = Set(coded.map(\.type))
      micro.add(given, expected: labelled.types)
      for type in given.union(labelled.types) {
        types[type, default: Tally()].add(
          given.intersection([type]), expected: labelled.types.intersection([type]))
      }
      events.add(given.isEmpty ? [] : [1], expected: labelled.types.isEmpty ? [] : [1])
      guard let first = coded.first, !labelled.types.isEmpty else { continue }
      actors.add(Set(coded.flatMap { $0.actors.map(\.name) }), expected: labelled.actors)
      objects.add(
        Set(coded.flatMap(\.objects).map(CodingScore.plain)),
        expected: Set(labelled.objects.map(CodingScore.plain)))
      stances.append(first.stance == labelled.stance)
      rumoured.add(
        first.stance == .rumoured ? [1] : [], expected: labelled.stance == .rumoured ? [1] : [])
      denials.add(
        first.polarity == .denied ? [1] : [], expected: labelled.polarity == .denied ? [1] : [])
    }
    if !stances.isEmpty { stanceAccuracy = Double(stances.count { $0 }) / Double(stances.count) }
  }

  /// The mean F1 over the types that occur.
  package var macro: Double {
    types.isEmpty ? 0 : types.values.reduce(0) { $0 + $1.f1 } / Double(types.count)
  }

  /// Names that differ in spaces, hyphens and case are one.
  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0 != " " && $0 != "-" }
  }
}

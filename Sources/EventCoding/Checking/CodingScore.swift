package import EventModel

/// How well the coder's events agree with labels: what `annals dictionary test` reports. Scores add up.
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
  /// Over the first event of each, a right stance or a wrong one.
  private var stance = Tally()
  /// Knows by which names an actor goes: whoever is labelled by another name of theirs is meant.
  private let dictionary: CodingDictionary

  package init(_ dictionary: CodingDictionary = .bundled) { self.dictionary = dictionary }

  package init(_ coder: EventCoder, on items: [LabelledItem]) {
    self.init(coder.dictionary)
    for labelled in items { add(coder.code(labelled.item).events, to: labelled) }
  }

  /// Adds what was coded in one item.
  package mutating func add(_ coded: [Event], to labelled: LabelledItem) {
    let given = Set(coded.map(\.type))
    micro.add(given, expected: labelled.types)
    for type in given.union(labelled.types) {
      types[type, default: Tally()].add(
        given.intersection([type]), expected: labelled.types.intersection([type]))
    }
    events.add(given.isEmpty ? [] : [1], expected: labelled.types.isEmpty ? [] : [1])
    guard let first = coded.first, !labelled.types.isEmpty else { return }
    actors.add(
      Set(coded.flatMap { $0.actors.map { actor($0.name) } }),
      expected: Set(labelled.actors.map(actor)))
    objects.add(
      Set(coded.flatMap(\.objects).map(CodingScore.plain)),
      expected: Set(labelled.objects.map(CodingScore.plain)))
    stance.add([first.stance], expected: labelled.stance.map { [$0] } ?? [])
    rumoured.add(
      first.stance == .rumoured ? [1] : [], expected: labelled.stance == .rumoured ? [1] : [])
    denials.add(
      first.polarity == .denied ? [1] : [], expected: labelled.polarity == .denied ? [1] : [])
  }

  package static func += (score: inout CodingScore, more: CodingScore) {
    score.types.merge(more.types) { $0 + $1 }
    score.micro = score.micro + more.micro
    score.events = score.events + more.events
    score.actors = score.actors + more.actors
    score.objects = score.objects + more.objects
    score.rumoured = score.rumoured + more.rumoured
    score.denials = score.denials + more.denials
    score.stance = score.stance + more.stance
  }

  /// How many of the stances are right.
  package var stanceAccuracy: Double { stance.precision }

  /// The mean F1 over the types that occur.
  package var macro: Double {
    types.isEmpty ? 0 : types.values.reduce(0) { $0 + $1.f1 } / Double(types.count)
  }

  private func actor(_ name: String) -> String {
    CodingScore.plain(dictionary.canonical(name) ?? name)
  }

  /// Names that differ in spaces, hyphens and case are one.
  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0 != " " && $0 != "-" }
  }
}

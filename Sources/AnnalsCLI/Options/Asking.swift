import ArgumentParser
import EventCoding
import EventLog
import EventModel
import JSONText
import Projections
import Querying
import SecondReading

/// Which events are listed.
enum ListedScope: String, ExpressibleByArgument, CaseIterable { case industry, all }

/// Asks an open store, as it is or as it was.
struct Asking {
  let store: Store
  /// A date or an `@position` as people write them; nil for now.
  let asOf: String?
  var known = KnownClock.recorded
  /// Nil for what was set.
  var scope: ListedScope?
  let surroundings: Surroundings
  /// Exchange rates of the user's own, before the bundled ones.
  var rates: Rates?
  /// Told where the answer is bounded by a day, before it is asked for.
  var beginning: (Snapshot, CivilDay) throws -> Void = { _, _ in }

  /// Where that is to be reconstructed, what was recorded later is seen too.
  func ask<Value>(
    reconstructing: Bool = false, attention: Attention = Attention(),
    _ body: (Question) throws -> Value
  ) throws -> Value {
    var (bound, day) = try AsOfOptions.bound(asOf, today: surroundings.today)
    let isPublished = known == .published
    if reconstructing || isPublished, case .moment = bound { bound = .everything }
    let anchors = Anchors(surroundings.environment)
    let vocabulary = try Vocabulary.of(surroundings)
    let set = try surroundings.settings.text(.scope).flatMap(ListedScope.init)
    let showsAll = scope ?? set == .all
    return try store.ask(asOf: bound) { snapshot in
      if case .moment = bound { try beginning(snapshot, day) }
      return try body(
        Question(
          seen(of: snapshot, publishedBy: isPublished ? day : nil, showsAll), asOf: day,
          today: surroundings.today, now: surroundings.now, store: store.path,
          anchor: { anchors.last(of: $0).map { ($0.position, anchors.path(of: $0.store) ?? "") } },
          coding: { Asking.coding(surroundings) },
          log: { try surroundings.node.standing(at: $0, surroundings) }, vocabulary: vocabulary,
          tables: { .bundled(rates) }, attention: attention))
    }
  }

  private func seen(
    of snapshot: Snapshot, publishedBy day: CivilDay?, _ showsAll: Bool
  ) -> Snapshot {
    let known = day.map(snapshot.published) ?? snapshot
    return showsAll ? known.inAnyScope() : known
  }

  /// By what items are coded here, and how well that did on what it had not seen.
  private static func coding(_ surroundings: Surroundings) -> JSON {
    let encoder = surroundings.encoderFolder().flatMap(TextEncoder.name(in:))
    let own = try? surroundings.settings.text(.weights).map {
      try DictionaryOptions.model($0, surroundings)
    }
    let model = own ?? CoderModel.bundled(for: encoder)
    let reader = (try? ConfiguredReader(surroundings))?.settings
    return .object([
      "encoder": model?.encoder.map(JSON.string) ?? .null, "types": model?.report["types"] ?? .null,
      "events": model?.report["events"] ?? .null, "stance": model?.report["stance"] ?? .null,
      "secondReader": reader.map { .string($0.model) } ?? .null,
    ])
  }
}

extension Vocabulary {
  /// That of the dictionaries that were set, else of the bundled ones, which are read when a name is
  /// looked up.
  static func of(_ surroundings: Surroundings) throws -> Vocabulary {
    guard try surroundings.settings.value(.dictionaries) != nil else { return .bundled }
    return Vocabulary(of: try surroundings.settings.dictionary(surroundings))
  }

  static let bundled = Vocabulary(
    actor: { CodingDictionary.bundled.canonical($0) }, types: { EventTypes.bundled.all })

  init(of dictionary: CodingDictionary) {
    self.init(actor: { dictionary.canonical($0) }, types: { dictionary.types.all })
  }
}

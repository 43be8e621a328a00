import ArgumentParser
import EventCoding
import EventLog
import EventModel
import JSONText
import Projections
import Querying

/// What every question takes: of which store, as of when, and how the answer is written.
struct AskOptions: ParsableArguments {
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  /// Writes the answer to a question of the registry.
  func answer(
    _ inquiry: Inquiry, _ values: [String: [String]], _ surroundings: Surroundings
  ) throws {
    try output.write(document(inquiry, values, surroundings), surroundings)
  }

  /// The answer to a question of the registry, asked by a reader who has looked at so much.
  func document(
    _ inquiry: Inquiry, _ values: [String: [String]], _ surroundings: Surroundings,
    attention: Attention = Attention()
  ) throws -> Document {
    let arguments = try Arguments(values, for: inquiry)
    return try ask(
      surroundings, reconstructing: inquiry.reconstructs, attention: attention
    ) { question in try inquiry.answer(question, arguments) }
  }

  /// Asks the store as it was on the day asked for; where that is to be reconstructed, what was
  /// recorded later is seen too.
  func ask<Value>(
    _ surroundings: Surroundings, reconstructing: Bool = false,
    attention: Attention = Attention(), _ body: (Question) throws -> Value
  ) throws -> Value {
    var (bound, day) = try asOf.bound(today: surroundings.today)
    let isPublished = asOf.known == .published
    if reconstructing || isPublished, case .moment = bound { bound = .everything }
    let anchors = Anchors(surroundings.environment)
    return try store.openToAsk(surroundings).ask(asOf: bound) { snapshot in
      if case .moment = bound { try tellBeginning(of: snapshot, day, surroundings) }
      return try body(
        Question(
          isPublished ? snapshot.published(by: day) : snapshot, asOf: day,
          today: surroundings.today, now: surroundings.now, store: store.path(surroundings),
          anchor: { anchors.last(of: $0).map { ($0.position, anchors.path(of: $0.store) ?? "") } },
          coding: { Self.coding(surroundings) }, vocabulary: .bundled, attention: attention))
    }
  }

  /// By what items are coded here, and how well that did on what it had not seen.
  private static func coding(_ surroundings: Surroundings) -> JSON {
    let encoder = surroundings.encoderFolder().flatMap(TextEncoder.name(in:))
    let model = CoderModel.bundled(for: encoder)
    return .object([
      "encoder": model?.encoder.map(JSON.string) ?? .null, "types": model?.report["types"] ?? .null,
      "events": model?.report["events"] ?? .null, "stance": model?.report["stance"] ?? .null,
    ])
  }

  /// An answer from before the log began is empty; says why, and where to look.
  private func tellBeginning(
    of snapshot: Snapshot, _ day: CivilDay, _ surroundings: Surroundings
  ) throws {
    guard snapshot.position == 0, let first = try snapshot.beginning() else { return }
    try output.say(
      "the log knows nothing from before \(first.day); --known published asks what sources had "
        + "published by \(day)", surroundings)
  }
}

extension Vocabulary {
  /// That of the bundled dictionaries, which are read when a name is looked up.
  static let bundled = Vocabulary(
    actor: { CodingDictionary.bundled.canonical($0) }, types: { EventTypes.bundled.all })
}

import ArgumentParser
import EventCoding
import EventLog
import EventModel
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
    let arguments = try Arguments(values, for: inquiry)
    let document = try ask(surroundings, reconstructing: inquiry.reconstructs) { question in
      try inquiry.answer(question, arguments)
    }
    try output.write(document, surroundings)
  }

  /// Asks the store as it was on the day asked for; where that is to be reconstructed, what was
  /// recorded later is seen too.
  func ask<Value>(
    _ surroundings: Surroundings, reconstructing: Bool = false, _ body: (Question) throws -> Value
  ) throws -> Value {
    var (bound, day) = try asOf.bound(today: surroundings.today)
    if reconstructing, case .moment = bound { bound = .everything }
    return try store.openToAsk(surroundings).ask(asOf: bound) { snapshot in
      try body(
        Question(
          snapshot, asOf: day, today: surroundings.today, store: store.path(surroundings),
          vocabulary: .bundled))
    }
  }
}

extension Vocabulary {
  /// That of the bundled dictionaries, which are read when a name is looked up.
  static let bundled = Vocabulary(
    actor: { CodingDictionary.bundled.canonical($0) }, types: { EventTypes.bundled.all })
}

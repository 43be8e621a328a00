import ArgumentParser
import EventModel
import Projections
import Querying
import Rendering

/// What every question takes: of which store, as of when, and how the answer is written.
struct AskOptions: ParsableArguments {
  @OptionGroup var asOf: AsOfOptions

  @Option(
    help: ArgumentHelp(
      "What is listed: news of the industry (industry), or all that was coded (all).",
      valueName: "scope"))
  var scope: ListedScope?

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  /// Writes the answer to a question of the registry.
  func answer(
    _ inquiry: Inquiry, _ values: [String: [String]], _ surroundings: Surroundings,
    rates: Rates? = nil, strokes: Strokes = .unicode
  ) throws {
    try output.write(
      document(inquiry, values, surroundings, rates: rates), surroundings, strokes: strokes)
  }

  /// The answer to a question of the registry, asked by a reader who has looked at so much, and by rates of
  /// the user's own before the bundled ones.
  func document(
    _ inquiry: Inquiry, _ values: [String: [String]], _ surroundings: Surroundings,
    attention: Attention = Attention(), rates: Rates? = nil
  ) throws -> Document {
    let arguments = try Arguments(values, for: inquiry)
    return try ask(
      surroundings, reconstructing: inquiry.reconstructs, attention: attention, rates: rates
    ) { question in try inquiry.answer(question, arguments) }
  }

  /// Asks the store as it was on the day asked for; where that is to be reconstructed, what was
  /// recorded later is seen too.
  func ask<Value>(
    _ surroundings: Surroundings, reconstructing: Bool = false,
    attention: Attention = Attention(), rates: Rates? = nil,
    _ body: (Question) throws -> Value
  ) throws -> Value {
    var asking = Asking(
      store: try store.openToAsk(surroundings), asOf: asOf.asOf, known: asOf.known,
      scope: scope, surroundings: surroundings)
    asking.rates = rates
    asking.beginning = { try tellBeginning(of: $0, $1, surroundings) }
    return try asking.ask(reconstructing: reconstructing, attention: attention, body)
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

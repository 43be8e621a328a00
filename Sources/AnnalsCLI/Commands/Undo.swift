import ArgumentParser
import EventLog
import EventModel
import Ingestion
import JSONText
import Projections
import Querying

struct Undo: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last thing that was done by hand, or a named one.",
    discussion: """
      Events, phases and forecasts are then what they would be without it; the log keeps both. An undoing can be undone too.

        annals undo                          the last one that is not undone
        annals undo 2b7b                     the one that annals show or amend named
      """)

  @Argument(help: "The record's id, or its first digits.")
  var record: String?

  @Option(help: "Why.")
  var reason: String = "undone by hand"

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let store = try store.open(surroundings)
    var found: HandActRecord?
    let record = try store.record(reason: reason, now: surroundings.now) { known in
      let act = try act(in: known)
      found = act
      return .undo(act.id)
    }
    guard let record, let act = found else { return }
    _ = try store.resolveForecasts(now: surroundings.now)
    if output.chosen == nil {
      try output.say("undone: \(act.type.name) @\(act.position)", surroundings)
    }
    try output.tell(
      "recorded \(record.short); annals undo \(record.short) takes that back",
      Document(
        schema: "annals.undone/1",
        facts: [
          "record": .string(record.description), "undone": .string(act.id.description),
          "kind": .string(act.type.name), "position": .number(act.position),
        ]), surroundings)
  }

  private func act(in known: Snapshot) throws -> HandActRecord {
    guard let record else {
      guard let last = try known.lastAct() else {
        throw Failure(.no, "nothing has been done by hand that could be undone")
      }
      return last
    }
    guard let named = try known.act(named: record.lowercased()) else {
      throw Failure(
        .no, "“\(record)” names nothing that was done by hand",
        hint: "annals show EVENT lists what was done to it")
    }
    guard !named.isUndone else { throw Failure(.no, "\(record) is undone already") }
    return named
  }
}

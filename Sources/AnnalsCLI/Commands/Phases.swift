import ArgumentParser
import EventLog
import EventModel
import Ingestion
import JSONText
import Projections
import Querying

struct Phases: AskingCommand {
  static let inquiry = Inquiry.phases
  static let configuration = CommandConfiguration(
    commandName: "phases", abstract: inquiry.summary,
    discussion: """
        annals phases                        all sequences
        annals phases nlp                    one of them
        annals phases --define gpt-launches "actor:OpenAI type:model-release" --unit day
      """)

  @Argument(help: "The sequence, such as nlp; with --define, the query.")
  var sequence: String?

  @Option(
    help: ArgumentHelp(
      "Define a sequence under this name: each event of the query given begins a phase.",
      valueName: "name"))
  var define: String?

  @Option(help: "The unit of its lengths, with --define: day, month or year.")
  var unit: String = "year"

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { ["sequence": sequence.map { [$0] } ?? []] }

  func run(in surroundings: Surroundings) throws {
    if let define { return try self.define(define, surroundings) }
    try ask(surroundings)
  }

  private func define(_ name: String, _ surroundings: Surroundings) throws {
    guard let query = sequence, let unit = DurationUnit(rawValue: unit) else {
      throw Failure(
        .usage, "a sequence is defined by a query, and its unit is day, month or year",
        hint: #"annals phases --define launches "actor:OpenAI type:model-release" --unit day"#)
    }
    let store = try options.store.open(surroundings)
    let canonical = try options.ask(surroundings) { try $0.canonical(query) }
    let definition = SequenceDefinition(
      sequence: name, title: query, unit: unit, query: canonical, mention: Mention(source: "hand"))
    try store.define(definition, now: surroundings.now)
    try options.output.tell(
      "defined \(name): \(canonical)",
      Document(
        schema: "annals.defined/1",
        facts: [
          "sequence": .string(name), "query": .string(canonical), "unit": .string(unit.rawValue),
        ]), surroundings)
  }
}

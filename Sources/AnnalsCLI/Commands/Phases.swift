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
        annals phases --suggest "type:model-release"
        annals phases nlp --begin Agents --date 2025-01-23 --source https://example.org/agents
      """)

  @Argument(
    help: "The sequence, such as nlp; with --define, the query.", completion: Completing.sequence)
  var sequence: String?

  @Option(
    help: ArgumentHelp(
      "Define a sequence under this name: each event of the query given begins a phase.",
      valueName: "name"))
  var define: String?

  @Flag(help: "With --define: even where the sequence is there already; annals undo takes it back.")
  var replace = false

  @Option(
    help: ArgumentHelp(
      "Propose days on which phases may have begun, from the events of a query.",
      valueName: "query"))
  var suggest: String?

  @Option(
    help: ArgumentHelp(
      "State that a phase of the sequence began, with --date and --source.", valueName: "phase"))
  var begin: String?

  @Option(help: "When it began, with --begin.")
  var date: String?

  @Option(help: ArgumentHelp("The address or citation that says so.", valueName: "url"))
  var source: String?

  @Option(help: "The unit of its lengths, with --define: day, week, month, quarter or year.")
  var unit: String = "year"

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { ["sequence": sequence.map { [$0] } ?? []] }

  func validate() throws {
    guard suggest == nil || (sequence == nil && begin == nil && define == nil) else {
      throw ValidationError("--suggest takes its query, and no sequence")
    }
    guard begin == nil || (sequence != nil && date != nil && source != nil && define == nil) else {
      throw ValidationError("--begin takes a sequence, --date and --source")
    }
    guard begin != nil || (date == nil && source == nil) else {
      throw ValidationError("--date and --source go with --begin")
    }
    guard !replace || define != nil else { throw ValidationError("--replace goes with --define") }
  }

  func run(in surroundings: Surroundings) throws {
    if let suggest {
      return try options.answer(.suggestions, ["query": [suggest]], surroundings)
    }
    if let begin { return try self.begin(begin, surroundings) }
    if let define { return try self.define(define, surroundings) }
    try ask(surroundings)
  }

  private func define(_ name: String, _ surroundings: Surroundings) throws {
    guard let query = sequence, let unit = DurationUnit(rawValue: unit) else {
      throw Failure(
        .usage,
        "a sequence is defined by a query, and its unit is day, week, month, quarter or year",
        hint: #"annals phases --define launches "actor:OpenAI type:model-release" --unit day"#)
    }
    let store = try options.store.open(surroundings)
    let canonical = try options.ask(surroundings) { try $0.canonical(query) }
    let definition = SequenceDefinition(
      sequence: name, title: query, unit: unit, query: canonical, mention: Mention(source: "hand"))
    let record = try store.define(definition, now: surroundings.now) { known in
      guard !replace, try !known.statements(of: name).isEmpty else { return }
      throw Failure(
        .usage, "there is a sequence “\(name)” already",
        hint: "annals phases \(name) shows it; --replace defines it anew")
    }
    let told = record.map { "; annals undo \($0.short) takes that back" } ?? " before"
    try options.output.tell(
      "defined \(name)\(record == nil ? told : ""): \(canonical)\(record == nil ? "" : told)",
      Document(
        schema: "annals.defined/1",
        facts: [
          "sequence": .string(name), "query": .string(canonical), "unit": .string(unit.rawValue),
          "record": record.map { .string($0.description) },
        ]), surroundings)
  }

  private func begin(_ phase: String, _ surroundings: Surroundings) throws {
    guard let sequence, let date, let source else { return }
    let day: PartialDate
    do { day = try PartialDate(edtf: date) } catch {
      throw Failure(.usage, "--date \(date) is no date", hint: "2025-01-23, 2025-01 or 2025")
    }
    guard let first = day.first, first <= surroundings.today else {
      throw Failure(.usage, "--date \(date) is no day that has come")
    }
    let store = try options.store.open(surroundings)
    try options.ask(surroundings) { question in
      guard try question.phaseTable(of: sequence).query == nil else {
        throw Failure(
          .usage, "the phases of “\(sequence)” begin with the events of its query",
          hint: "annals add records an event")
      }
    }
    let record = try store.begin(
      PhaseBoundary(
        sequence: sequence, phase: phase, date: day,
        mention: Mention(
          source: "hand", url: source, published: PartialDate(surroundings.today))),
      now: surroundings.now)
    _ = try store.resolveForecasts(now: surroundings.now)
    try options.output.tell(
      "“\(phase)” of \(sequence) began \(date); annals undo \(record.short) takes that back",
      Document(
        schema: "annals.begun/1",
        facts: [
          "sequence": .string(sequence), "phase": .string(phase), "date": .string(date),
          "record": .string(record.description),
        ]), surroundings)
  }
}

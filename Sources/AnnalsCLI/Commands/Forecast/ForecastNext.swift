import ArgumentParser
import EventLog
import EventModel
import Ingestion
import JSONText
import Projections
import Querying
import Rendering

struct ForecastNext: AskingCommand {
  static let inquiry = Inquiry.forecast
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: inquiry.summary,
    discussion: """
      Gives two intervals side by side, from the data alone and with a reference class of other \
      sequences, the baselines that any forecast must beat, and what to know before using it.

        annals forecast nlp
        annals forecast nlp --as-of 2023-05-15 --json
        annals forecast claude --by 2026-12-31 -m 3
        annals forecast actor:OpenAI type:model-release
        annals forecast --durations 40,20,10,5 --unit year --since 2022-11-30
      """)

  @Argument(
    help: ArgumentHelp(
      "The sequence, such as nlp, or a query of which each event begins a phase.",
      valueName: "sequence"), completion: Completing.sequenceOrQuery)
  var words: [String] = []

  /// Words of a query are one.
  private var sequence: String? { words.isEmpty ? nil : words.joined(separator: " ") }

  @Option(
    help: ArgumentHelp(
      "Lengths of completed phases, the first one first; 40~10 is 40 rounded to tens.",
      valueName: "lengths"))
  var durations: String?

  @Option(help: "The unit of --durations: day, week, month, quarter or year.")
  var unit: String = "year"

  @Option(help: ArgumentHelp("When the current phase began, with --durations.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Tell the chance that it ends by this date.", valueName: "date"))
  var by: [String] = []

  @Option(
    name: [.customShort("m"), .long],
    help: ArgumentHelp("Tell when so many phases end, one after another.", valueName: "count"))
  var ahead: Int?

  @Option(help: ArgumentHelp("Show one more method.", valueName: "name"))
  var method: String?

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Add a sequence of the log to the reference class.", valueName: "sequence"))
  var adding: [String] = []

  @Option(
    help: ArgumentHelp("Leave a member of the reference class out.", valueName: "member"))
  var without: [String] = []

  @Flag(help: "Show each figure's formula and the numbers put into it.")
  var explain = false

  @Flag(help: "Keep the forecast in the ledger, to be scored when it is decided.")
  var record = false

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var options: AskOptions

  var strokes: Strokes { drawing.strokes }

  var arguments: [String: [String]] {
    [
      "sequence": sequence, "durations": durations, "unit": durations == nil ? nil : unit,
      "since": since, "method": method, "ahead": ahead.map { "\($0)" },
    ].mapValues { $0.map { [$0] } ?? [] }
      .merging(["with": adding, "without": without, "by": by]) { $1 }
  }

  func validate() throws {
    guard (sequence == nil) != (durations == nil) else {
      throw ValidationError("name a sequence or give --durations")
    }
    guard !record || (sequence != nil && adding.isEmpty && without.isEmpty) else {
      throw ValidationError("only a forecast of a sequence with the whole class can be recorded")
    }
    guard !record || sequence?.contains(":") == false else {
      throw ValidationError(
        "a query has no name to record under: annals phases --define NAME QUERY")
    }
  }

  func run(in surroundings: Surroundings) throws {
    let arguments = try Arguments(arguments, for: Self.inquiry)
    let (answer, position) = try answer(arguments, surroundings)
    let document = answer.document(explaining: explain)
    guard record else {
      return try options.output.write(document, surroundings, strokes: strokes)
    }
    guard let issue = answer.issue(position: position) else {
      throw Failure(.badInput, "the sequence has no open phase, so there is nothing to record")
    }
    let (id, isNew) = try options.store.open(surroundings).issue(issue, now: surroundings.now)
    try options.output.write(
      document.adding("recorded", .string(id.description)), surroundings, strokes: strokes)
    let verb = isNew ? "recorded" : "recorded before:"
    try options.output.say("\(verb) \(id.short): \(issue.rule.sentence)", surroundings)
  }

  /// Lengths given by hand need no store.
  private func answer(
    _ arguments: Arguments, _ surroundings: Surroundings
  ) throws -> (ForecastAnswer, position: Int64) {
    if durations != nil, adding.isEmpty {
      let (_, day) = try options.asOf.bound(today: surroundings.today)
      return (try ForecastAnswer(ForecastInput(arguments, asOf: day), arguments), 0)
    }
    return try options.ask(surroundings, reconstructing: true) { question in
      (try question.forecast(arguments), question.snapshot.position)
    }
  }
}

import ArgumentParser
import EventLog
import EventModel
import Forecasting
import Ingestion
import JSONText
import Projections
import Querying
import Rendering

struct ForecastNext: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Forecast when the current phase of a sequence ends.",
    discussion: """
      Gives two intervals side by side, from the data alone and with a reference class of other \
      sequences, the baselines that any forecast must beat, and what to know before using it.

        annals forecast nlp
        annals forecast nlp --as-of 2023-05-15 --json
        annals forecast --durations 40,20,10,5 --unit year --since 2022-11-30
      """)

  @Argument(help: "The sequence, such as nlp.")
  var sequence: String?

  @Option(
    help: ArgumentHelp(
      "Lengths of completed phases, the first one first; 40~10 is 40 rounded to tens.",
      valueName: "lengths"))
  var durations: String?

  @Option(help: "The unit of --durations: day, month or year.")
  var unit: String = "year"

  @Option(help: ArgumentHelp("When the current phase began, with --durations.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Show one more method.", valueName: "name"))
  var method: ForecastMethod?

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

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (sequence == nil) != (durations == nil) else {
      throw ValidationError("name a sequence or give --durations")
    }
    guard !record || (sequence != nil && adding.isEmpty && without.isEmpty) else {
      throw ValidationError("only a forecast of a sequence with the whole class can be recorded")
    }
    let members = ReferenceClass.embedded.members.map(\.id)
    if let unknown = without.first(where: { !members.contains($0) }) {
      let hint = nearest(to: unknown, in: members).map { "; did you mean “\($0)”?" } ?? ""
      throw ValidationError("the reference class has no member “\(unknown)”\(hint)")
    }
  }

  func run(in surroundings: Surroundings) throws {
    let (bound, day) = try asOf.bound(today: surroundings.today)
    var position: Int64 = 0
    let input: ForecastInput
    if let sequence {
      let knowledge: AsOf = if case .position = bound { bound } else { .everything }
      input = try store.open(surroundings).ask(asOf: knowledge) { snapshot in
        position = snapshot.position
        return try Question(snapshot, asOf: day).forecastInput(sequence)
      }
    } else {
      input = try handWritten(day)
    }
    let members =
      adding.isEmpty
      ? []
      : try store.open(surroundings).ask { snapshot in
        try adding.map { try Question(snapshot, asOf: day).referenceSequence($0) }
      }
    let answer: ForecastAnswer
    do {
      answer = try ForecastAnswer(
        input, method: method?.method, adding: members, without: without)
    } catch {
      throw Failure(.badInput, "no forecast can be made: \(error)")
    }
    switch output.chosen(surroundings) {
    case .json, .jsonl: try output.write(SafeText.json(answer.json) + "\n", surroundings)
    default:
      let page = ForecastPage.text(answer)
      try output.write(
        explain ? page + "\n" + ForecastPage.explanations(answer) : page, surroundings)
    }
    if record { try keep(answer, position, surroundings) }
  }

  private func keep(
    _ answer: ForecastAnswer, _ position: Int64, _ surroundings: Surroundings
  ) throws {
    guard let issue = answer.issue(position: position) else {
      throw Failure(.badInput, "the sequence has no open phase, so there is nothing to record")
    }
    let id = try store.open(surroundings).issue(issue, now: surroundings.now)
    try output.say("recorded \(id.short): \(issue.rule.sentence)", surroundings)
  }

  private func handWritten(_ day: CivilDay) throws -> ForecastInput {
    guard let unit = DurationUnit(rawValue: unit) else {
      throw Failure(.usage, "there is no unit “\(unit)”", hint: "one of day, month, year")
    }
    let lengths = try (durations ?? "").split(separator: ",").map { text in
      let parts = text.split(separator: "~").map { Double($0) }
      guard parts.count <= 2, let value = parts.first ?? nil, !parts.contains(nil) else {
        throw Failure(.usage, "“\(text)” is no length", hint: "--durations 40,20,10,5")
      }
      return Forecasting.StatedDuration(value, roundedTo: parts.count == 2 ? parts[1] : nil)
    }
    return ForecastInput(
      durations: lengths, unit: unit, began: try since.flatMap { try Period($0, today: day).first },
      asOf: day)
  }
}

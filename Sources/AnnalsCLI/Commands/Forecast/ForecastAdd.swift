import ArgumentParser
import EventModel
import Ingestion
import JSONText
import Querying

struct ForecastAdd: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Record a statement of your own with its chance, to be scored when you resolve it.",
    discussion: """
        annals forecast add "OpenAI lists its shares" --probability .3 --resolves 2027-12-31
        annals forecast due                  reminds when its time is up
      """)

  @Argument(help: "What will have happened.")
  var statement: String

  @Option(help: ArgumentHelp("The chance that it will, 0 to 1.", valueName: "p"))
  var probability: Double

  @Option(help: ArgumentHelp("By the end of this date.", valueName: "date"))
  var resolves: String

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard 0...1 ~= probability else {
      throw ValidationError("--probability lies between 0 and 1, such as .3")
    }
    guard !statement.isEmpty else { throw ValidationError("say what will have happened") }
  }

  func run(in surroundings: Surroundings) throws {
    let today = surroundings.today
    guard let last = try Period(resolves, today: today).last, last >= today else {
      throw Failure(.usage, "--resolves \(resolves) has passed", hint: "give a date from today on")
    }
    let issue = ForecastIssue(
      title: statement, forecaster: "you", asOf: today,
      rule: .judged("\(statement), by \(last)"), window: try PartialDate(edtf: "\(today)/\(last)"),
      probability: probability,
      mention: Mention(source: "hand", published: PartialDate(today)))
    let (id, isNew) = try store.open(surroundings).issue(issue, now: surroundings.now)
    try output.tell(
      "\(isNew ? "recorded" : "recorded before:") \(id.short): \(statement), due \(last)",
      Document(
        schema: "annals.added/1",
        facts: ["forecast": .string(id.description), "new": .bool(isNew)]), surroundings)
  }
}

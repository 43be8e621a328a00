import ArgumentParser
import EventCoding
import EventLog
import EventModel
import Ingestion
import Projections
import Querying

struct Add: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Record an event by hand.",
    discussion: """
        annals add --date 2022-11-30 --type product-release --actor OpenAI \\
          --title "OpenAI launches ChatGPT" --source https://openai.com/blog/chatgpt
      """)

  @Option(help: "When it happened: 2022-11-30, 2023-05, 1950~, 2022-11/2023-03.")
  var date: String

  @Option(help: .eventType)
  var type: String

  @Option(help: ArgumentHelp("Who took part; repeat for more.", valueName: "name"))
  var actor: [String] = []

  @Option(help: "One line that says what happened.")
  var title: String

  @Option(help: ArgumentHelp("The address or citation that says so.", valueName: "url"))
  var source: String

  @Option(help: "official, reported or rumoured.")
  var stance: String = "reported"

  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let event = try HandWrittenEvent(
      date: date, type: dictionaries.types(surroundings).named(type), actors: actor, title: title,
      source: source, stance: stance)
    let store = try store.open(surroundings)
    let id = try store.add(event, now: surroundings.now)
    try output.write(id.short + "\n", surroundings)
  }
}

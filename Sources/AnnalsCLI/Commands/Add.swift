import ArgumentParser
import EventCoding
import EventLog
import EventModel
import Ingestion
import JSONText
import Querying

struct Add: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Record an event by hand.",
    discussion: """
        annals add --date 2022-11-30 --type product-release --actor OpenAI \\
          --title "OpenAI launches ChatGPT" --source https://openai.com/blog/chatgpt
      """)

  @OptionGroup var fields: EventFields
  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let needed = [
      ("--date", fields.date), ("--type", fields.type), ("--title", fields.title),
      ("--source", fields.source),
    ]
    if let (flag, _) = needed.first(where: { $0.1?.isEmpty ?? true }) {
      throw ValidationError("an event needs \(flag)")
    }
  }

  func run(in surroundings: Surroundings) throws {
    let type = try dictionaries.types(surroundings).named(fields.type ?? "")
    let blank = Event(type: type, title: "")
    let vocabulary = try dictionaries.vocabulary(surroundings)
    let patch = try fields.patch(of: blank, today: surroundings.today, vocabulary)
    let event = patch?.applied(to: blank) ?? blank
    let report = Report(event: event, mention: Mention(source: "hand", url: fields.source))
    let store = try store.open(surroundings)
    let (id, isNew) = try store.add(report, now: surroundings.now)
    if output.chosen != nil {
      return try output.write(
        Document(
          schema: "annals.added/1", facts: ["event": .string(id.description), "new": .bool(isNew)]),
        surroundings)
    }
    if !isNew { try output.say("it was added before", surroundings) }
    try output.write(id.short + "\n", surroundings)
  }
}

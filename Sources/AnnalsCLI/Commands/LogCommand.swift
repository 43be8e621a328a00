import ArgumentParser
import EventLog
import EventModel
import JSONText
import Projections
import Querying
import Rendering

struct LogCommand: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Show events, the last learned first.",
    discussion: """
      With -O cloudevents, writes the log itself: every record as a CloudEvent, oldest first, to be \
      read again by annals import.

        annals log -n 20
        annals log type:funding amount:>1B
        annals log -O cloudevents -o log.jsonl
      """)

  @Argument(help: "A query, such as actor:OpenAI type:funding not:stance:rumoured.")
  var query: [String] = []

  @Option(name: [.customShort("n"), .long], help: "At most this many events.")
  var limit: Int?

  @OptionGroup var period: PeriodOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let today = surroundings.today
    let (bound, day) = try asOf.bound(today: today)
    try store.open(surroundings).ask(asOf: bound) { snapshot in
      if output.format == .cloudevents { return try export(snapshot, surroundings) }
      let answer = try Question(snapshot, asOf: day).events(
        ActorNames(snapshot).query(query), in: period.period(today: today), order: .recorded,
        limit: limit)
      try output.write(answer, surroundings)
    }
  }

  private func export(_ snapshot: Snapshot, _ surroundings: Surroundings) throws {
    var text = ""
    try snapshot.forEachRecord { record in
      text += CloudEvent(record).json.text + "\n"
      if text.utf8.count > 1 << 20, output.output == nil {
        try surroundings.output.write(text)
        text = ""
      }
    }
    try output.write(text, surroundings)
  }
}

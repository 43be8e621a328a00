import ArgumentParser
import EventLog
import EventModel
import Projections
import Querying

struct Search: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find events by the words of their reports, Chinese included.",
    discussion: """
        annals search open letter
        annals search 融资 type:funding
        annals search '"data centre"' -n 10
      """)

  @Argument(help: "Words, phrases in quotes, and keys as in every query.")
  var words: [String]

  @Option(name: [.customShort("n"), .long], help: "At most this many events.")
  var limit: Int?

  @OptionGroup var period: PeriodOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let (bound, day) = try asOf.bound(today: surroundings.today)
    try store.open(surroundings).ask(asOf: bound) { snapshot in
      let answer = try Question(snapshot, asOf: day).events(
        ActorNames(snapshot).query(words), in: period.period(today: surroundings.today),
        order: .recorded, limit: limit)
      try output.write(answer, surroundings)
    }
  }
}

import ArgumentParser
import EventLog
import EventModel
import Projections
import Querying

struct Timeline: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what happened, in the order it happened.",
    discussion: """
        annals timeline actor:OpenAI -p 2022-11..2023-05
        annals timeline type:regulation -p "last 90 days"
        annals timeline actor:百度 type:model-release --as-of 2023-05-15
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
    let period = try period.period(today: today)
    try store.open(surroundings).ask(asOf: bound) { snapshot in
      let answer = try Question(snapshot, asOf: day).events(
        ActorNames(snapshot).query(query), in: period, order: .occurred, limit: limit)
      let header = "\(period == .all ? "all time" : period.text) · \(answer.rows.count) events"
      try output.write(answer, header: header, surroundings)
    }
  }
}

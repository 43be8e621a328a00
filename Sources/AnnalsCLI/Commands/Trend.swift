public import ArgumentParser
import EventLog
import EventModel
import JSONText
import Projections
public import Querying
import Rendering

extension TrendInterval: ExpressibleByArgument {}

struct Trend: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count events over time, or tell how fast a metric grows.",
    discussion: """
        annals trend type:regulation -p 2022.. --interval quarter
        annals trend --actor OpenAI --metric revenue
        annals trend --actor OpenAI --metric revenue --reaches 100e9
      """)

  @Argument(help: "A query, such as type:funding lang:zh.")
  var query: [String] = []

  @Option(help: "week, month, quarter or year.")
  var interval: TrendInterval = .month

  @Option(help: "The metric whose growth is asked for.")
  var metric: String?

  @Option(help: "Whose metric it is.")
  var actor: String?

  @Option(help: ArgumentHelp("Also tell when the metric reaches this.", valueName: "level"))
  var reaches: Double?

  @OptionGroup var period: PeriodOptions
  @OptionGroup var options: AskOptions

  func validate() throws {
    guard (metric == nil) == (actor == nil) else {
      throw ValidationError("--metric and --actor go together")
    }
    guard reaches == nil || metric != nil, reaches.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--reaches takes a positive level of a --metric")
    }
  }

  func run(in surroundings: Surroundings) throws {
    let period = try period.period(today: surroundings.today)
    try options.ask(surroundings) { question in
      let names = ActorNames(question.snapshot)
      guard let metric, let actor else {
        let answer = try question.counts(names.query(query), in: period, by: interval)
        return try options.output.write(answer, surroundings)
      }
      let trend = try question.growth(
        of: metric,
        by: ActorNames.canonical(actor, among: question.snapshot.actorNames()), in: period,
        reaching: reaches)
      switch options.output.chosen(surroundings) {
      case .json, .jsonl: try options.output.write(SafeText.json(trend.json) + "\n", surroundings)
      default: try options.output.write(TrendPage.text(trend), surroundings)
      }
    }
  }
}

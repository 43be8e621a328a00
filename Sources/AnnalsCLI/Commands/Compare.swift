import ArgumentParser
import EventLog
import EventModel
import Projections
import Querying

struct Compare: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare what is claimed of a metric, source by source.",
    discussion: """
      Every claim is a row: conflicting figures, rumours and denials stand side by side.

        annals compare OpenAI SenseTime --metric net_loss --period 2022
        annals compare --metric revenue --period 2022 --at-least 500e9CNY
        annals compare 商汤科技 --metric gpu_count
      """)

  @Argument(help: ArgumentHelp("Companies or people; none means everybody.", valueName: "actor"))
  var actors: [String] = []

  @Option(help: "The metric, such as revenue, net_loss, valuation or gpu_count.")
  var metric: String

  @Option(help: ArgumentHelp("Only claims of at least this, largest first.", valueName: "amount"))
  var atLeast: String?

  @OptionGroup var period: PeriodOptions
  @OptionGroup var options: AskOptions

  func run(in surroundings: Surroundings) throws {
    let least = try atLeast.map { try AmountCondition(reading: $0) }
    let period = try period.period(today: surroundings.today)
    try options.ask(surroundings) { question in
      let known = try question.snapshot.actorNames()
      let metrics = try question.snapshot.metricNames()
      guard metrics.contains(metric) else {
        throw QueryError(
          "nobody claims a metric “\(metric)”",
          hint: nearest(to: metric, in: metrics).map { "did you mean “\($0)”?" }
            ?? "the metrics are \(metrics.joined(separator: ", "))")
      }
      let answer = try question.claims(
        of: metric, by: actors.map { ActorNames.canonical($0, among: known) }, in: period,
        atLeast: least)
      try options.output.write(
        answer, header: "\(metric) · \(period == .all ? "all periods" : period.text)",
        surroundings)
    }
  }
}

import ArgumentParser
package import Querying

extension TrendInterval: ExpressibleByArgument {}

struct Trend: AskingCommand {
  static let inquiry = Inquiry.trend
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: inquiry.summary,
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

  var arguments: [String: [String]] {
    period.arguments.merging([
      "query": query, "interval": [interval.rawValue], "metric": metric.map { [$0] } ?? [],
      "actor": actor.map { [$0] } ?? [], "reaches": reaches.map { ["\($0)"] } ?? [],
    ]) { $1 }
  }
}

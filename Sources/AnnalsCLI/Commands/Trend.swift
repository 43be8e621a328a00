import ArgumentParser
package import Querying
import Rendering

extension TrendInterval: ExpressibleByArgument {}

struct Trend: AskingCommand {
  static let inquiry = Inquiry.trend
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: inquiry.summary,
    discussion: """
        annals trend type:regulation -p 2022.. --interval quarter
        annals trend --actor OpenAI --metric revenue
        annals trend --actor OpenAI --metric revenue --reaches 100e9
        annals trend --metric parameters --frontier     the running record of everybody
      """)

  @Argument(help: "A query, such as type:funding lang:zh.", completion: Completing.query)
  var query: [String] = []

  @Option(help: "week, month, quarter or year.")
  var interval: TrendInterval = .month

  @Option(help: "The metric whose growth is asked for.", completion: Completing.metric)
  var metric: String?

  @Option(help: "Whose metric it is.", completion: Completing.actor)
  var actor: String?

  @Option(help: ArgumentHelp("Also tell when the metric reaches this.", valueName: "level"))
  var reaches: Double?

  @Flag(help: "Let only records count, of everybody or of the actor.")
  var frontier = false

  @OptionGroup var period: PeriodOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var options: AskOptions

  var strokes: Strokes { drawing.strokes }

  func validate() throws {
    guard (metric == nil) == (actor == nil && !frontier) else {
      throw ValidationError("a --metric needs an --actor or --frontier, and they need it")
    }
    guard reaches == nil || metric != nil, reaches.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--reaches takes a positive level of a --metric")
    }
  }

  var arguments: [String: [String]] {
    let one = [
      "interval": interval.rawValue, "metric": metric, "actor": actor,
      "reaches": reaches.map { "\($0)" }, "frontier": frontier ? "yes" : nil,
    ].mapValues { $0.map { [$0] } ?? [] }
    return period.arguments.merging(one) { $1 }.merging(["query": query]) { $1 }
  }
}

import ArgumentParser
import Querying

struct Compare: AskingCommand {
  static let inquiry = Inquiry.compare
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: inquiry.summary,
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

  var arguments: [String: [String]] {
    period.arguments.merging(
      ["actors": actors, "metric": [metric], "at-least": atLeast.map { [$0] } ?? []]
    ) { $1 }
  }
}

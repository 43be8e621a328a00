import ArgumentParser
package import Querying
import Rendering

extension LaneKey: ExpressibleByArgument {}

struct Timeline: AskingCommand {
  static let inquiry = Inquiry.timeline
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: inquiry.summary,
    discussion: """
        annals timeline actor:OpenAI -p 2022-11..2023-05
        annals timeline type:regulation -p "last 90 days"
        annals timeline -p 2023 --by type
        annals timeline actor:百度 type:model-release --as-of 2023-05-15
      """)

  @Option(help: "Draw lanes, one for each actor or each type.")
  var by: LaneKey?

  @OptionGroup var events: EventOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var options: AskOptions

  var strokes: Strokes { drawing.strokes }

  var arguments: [String: [String]] {
    events.arguments.merging(["by": by.map { [$0.rawValue] } ?? []]) { $1 }
  }
}

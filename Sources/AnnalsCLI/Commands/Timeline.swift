import ArgumentParser
import Querying

struct Timeline: AskingCommand {
  static let inquiry = Inquiry.timeline
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: inquiry.summary,
    discussion: """
        annals timeline actor:OpenAI -p 2022-11..2023-05
        annals timeline type:regulation -p "last 90 days"
        annals timeline actor:百度 type:model-release --as-of 2023-05-15
      """)

  @OptionGroup var events: EventOptions
  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { events.arguments }
}

import ArgumentParser
import Querying

struct Show: AskingCommand {
  static let inquiry = Inquiry.show
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: inquiry.summary,
    discussion: """
        annals show 3fa9                     the first digits of its id are enough
      """)

  @Argument(help: "The event's id, or its first digits.", completion: Completing.event)
  var event: String

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { ["event": [event]] }
}

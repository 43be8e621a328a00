import ArgumentParser
import Querying

struct Story: AskingCommand {
  static let inquiry = Inquiry.story
  static let configuration = CommandConfiguration(
    commandName: "story", abstract: inquiry.summary,
    discussion: """
      What the coder took for stages of one matter, and what became of a rumour. annals amend puts it \
      right: --stage-of OTHER says that an event is a later stage of another, --not-stage-of OTHER that \
      it is not.

        annals story Adept
        annals story 0a6c                    the story of one event
        annals story actor:OpenAI stance:rumoured
      """)

  @Argument(
    help: "An event's id, or a query such as a company's name.", completion: Completing.eventOrQuery
  )
  var name: [String]

  @Option(name: [.customShort("n"), .long], help: "At most this many stories.")
  var limit: Int?

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] {
    ["name": name, "limit": limit.map { ["\($0)"] } ?? []]
  }
}

import ArgumentParser
import Querying

struct Search: AskingCommand {
  static let inquiry = Inquiry.search
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: inquiry.summary,
    discussion: """
        annals search open letter
        annals search 融资 type:funding
        annals search '"data centre"' -n 10
      """)

  @OptionGroup var events: EventOptions
  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { events.arguments }

  func validate() throws {
    guard !events.query.isEmpty else { throw ValidationError("say what to search for") }
  }
}

import ArgumentParser
import Querying

struct Status: AskingCommand {
  static let inquiry = Inquiry.status
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: inquiry.summary)

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { [:] }
}

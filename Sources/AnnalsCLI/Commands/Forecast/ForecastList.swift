import ArgumentParser
import Querying

struct ForecastList: AskingCommand {
  static let inquiry = Inquiry.forecastList
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: inquiry.summary)

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { [:] }
}

import ArgumentParser
import Querying

struct ForecastShow: AskingCommand {
  static let inquiry = Inquiry.forecastShow
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: inquiry.summary)

  @Argument(help: "The forecast's id, or its first digits.", completion: Completing.forecast)
  var forecast: String

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { ["forecast": [forecast]] }
}

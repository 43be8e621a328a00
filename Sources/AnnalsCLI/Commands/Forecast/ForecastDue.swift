import ArgumentParser
import Querying

struct ForecastDue: AskingCommand {
  static let inquiry = Inquiry.forecastDue
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: inquiry.summary,
    discussion: """
      Overdue is what the log would know by now, undecided what it cannot know yet: see known until. \
      What people judge is closed with: annals forecast resolve.
      """)

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { [:] }
}

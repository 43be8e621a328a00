import ArgumentParser
import EventLog
import Ingestion
import Querying

struct ForecastScores: AskingCommand {
  static let inquiry = Inquiry.forecastScore
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Resolve what is due, and say how the forecasts have fared.")

  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { [:] }

  func run(in surroundings: Surroundings) throws {
    let resolved = try options.store.open(surroundings).resolveForecasts(now: surroundings.now)
    if resolved > 0 {
      try options.output.say(
        "resolved \(Numerals.counted(resolved, "forecast"))", surroundings)
    }
    try ask(surroundings)
  }
}

import ArgumentParser
import EventModel
import Querying

struct ForecastAnnul: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "annul",
    abstract: "Take a forecast out of the scores because it cannot be decided fairly.")

  @Argument(help: "The forecast's id, or its first digits.", completion: Completing.forecast)
  var forecast: String

  @Option(help: "Why; it is kept for ever.")
  var reason: String

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let closed = try ClosedForecast(named: forecast, in: store, surroundings) { row, act in
      .forecastAnnulled(ForecastAnnulment(of: row.id, reason: reason, act: act))
    }
    try output.tell(
      "annulled \(closed.forecast.short)", closed.document(schema: "annals.annulled/1"),
      surroundings)
  }
}

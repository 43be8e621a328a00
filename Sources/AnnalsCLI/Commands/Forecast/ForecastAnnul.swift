import ArgumentParser
import EventLog
import EventModel
import Ingestion
import JSONText
import Projections
import Querying

struct ForecastAnnul: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "annul",
    abstract: "Take a forecast out of the scores because it cannot be decided fairly.")

  @Argument(help: "The forecast's id, or its first digits.")
  var forecast: String

  @Option(help: "Why; it is kept for ever.")
  var reason: String

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let store = try store.open(surroundings)
    let id = try store.annul(reason: reason, now: surroundings.now) { known in
      let row = try Question(known, asOf: surroundings.today).forecast(named: forecast)
      guard row.resolution == nil, row.annulment == nil else {
        throw Failure(.no, "the forecast \(forecast) is \(row.standing.rawValue) already")
      }
      return row.id
    }
    try output.tell(
      "annulled \(id.short)",
      Document(schema: "annals.annulled/1", facts: ["forecast": .string(id.description)]),
      surroundings)
  }
}

import ArgumentParser
import EventModel
import Ingestion
import JSONText
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
    var row: LedgerRow?
    let record = try store.close(now: surroundings.now) { known, act in
      let found = try Question(known, asOf: surroundings.today).openForecast(named: forecast)
      row = found
      return .forecastAnnulled(ForecastAnnulment(of: found.id, reason: reason, act: act))
    }
    try output.tell(
      "annulled \(row!.id.short)",
      Document(
        schema: "annals.annulled/1",
        facts: [
          "forecast": .string(row!.id.description), "record": .string(record.description),
        ]), surroundings)
  }
}

extension Question {
  /// The forecast that a prefix of its id names, which waits for its outcome.
  func openForecast(named prefix: String) throws -> LedgerRow {
    let row = try forecast(named: prefix)
    guard [.open, .overdue, .undecided].contains(row.standing) else {
      throw Failure(
        .no, "the forecast \(prefix) is \(row.standing.rawValue) already",
        hint: "annals undo takes back what was done by hand")
    }
    return row
  }
}

import ArgumentParser
import EventLog
import EventModel
import Ingestion
import JSONText
import Projections
import Querying
import Rendering

struct ForecastScores: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Resolve what is due, and say how the forecasts have fared.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let store = try store.open(surroundings)
    let resolved = try store.resolveForecasts(now: surroundings.now)
    if resolved > 0 { try output.say("resolved \(resolved) forecasts", surroundings) }
    let card = try store.ask { snapshot in
      ScoreCard(try Question(snapshot, asOf: surroundings.today).ledger())
    }
    switch output.chosen(surroundings) {
    case .json, .jsonl: try output.write(SafeText.json(card.json) + "\n", surroundings)
    default: try output.write(LedgerPage.text(card), surroundings)
    }
  }
}

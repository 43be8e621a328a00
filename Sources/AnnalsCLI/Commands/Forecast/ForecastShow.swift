import ArgumentParser
import EventLog
import EventModel
import JSONText
import Projections
import Querying
import Rendering

struct ForecastShow: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one forecast of the ledger, with its law and its rule.")

  @Argument(help: "The forecast's id, or its first digits.")
  var forecast: String

  @OptionGroup var options: AskOptions

  func run(in surroundings: Surroundings) throws {
    let row = try options.ask(surroundings) { try $0.forecast(named: forecast) }
    switch options.output.chosen(surroundings) {
    case .json, .jsonl: try options.output.write(SafeText.json(row.detail) + "\n", surroundings)
    default: try options.output.write(LedgerPage.text(row), surroundings)
    }
  }
}

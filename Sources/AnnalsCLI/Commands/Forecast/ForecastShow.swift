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

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let (bound, day) = try asOf.bound(today: surroundings.today)
    try store.open(surroundings).ask(asOf: bound) { snapshot in
      let row = try Question(snapshot, asOf: day).forecast(named: forecast)
      switch output.chosen(surroundings) {
      case .json, .jsonl: try output.write(row.detail.text + "\n", surroundings)
      default: try output.write(LedgerPage.text(row), surroundings)
      }
    }
  }
}

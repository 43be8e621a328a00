import ArgumentParser
import EventLog
import EventModel
import Projections
import Querying

struct ForecastList: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List every forecast of the ledger with its standing.")

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let (bound, day) = try asOf.bound(today: surroundings.today)
    try store.open(surroundings).ask(asOf: bound) { snapshot in
      try output.write(Question(snapshot, asOf: day).ledgerAnswer(), surroundings)
    }
  }
}

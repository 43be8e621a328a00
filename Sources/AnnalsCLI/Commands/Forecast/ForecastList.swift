import ArgumentParser
import EventLog
import EventModel
import Projections
import Querying

struct ForecastList: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List every forecast of the ledger with its standing.")

  @OptionGroup var options: AskOptions

  func run(in surroundings: Surroundings) throws {
    let answer = try options.ask(surroundings) { try $0.ledgerAnswer() }
    try options.output.write(answer, surroundings)
  }
}

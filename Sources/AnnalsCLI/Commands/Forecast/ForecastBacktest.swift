import ArgumentParser
import Forecasting
import Querying

struct ForecastBacktest: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Score the methods on real sequences, each forecast with what was known on its day.",
    discussion: """
      At each phase's beginning every method forecasts its length from the phases before it and from a \
      prior fitted on what was known of other sequences by then. CRPS of ln duration, lower is better.
      """)

  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    try output.write(Document(Backtest(), asOf: surroundings.today), surroundings)
  }
}

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

        annals forecast backtest
        annals forecast backtest --with releases.json   # {"name": ["2024-01-09", …], …}
        annals phases -O csv > mine.csv; annals forecast backtest --with mine.csv
      """)

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "Also score sequences of your own: JSON with a list of dates under each name, or CSV with "
        + "the columns sequence and date.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let own = try files.map { file in
      (file, try DatedSequences.parse(InputFile.read(file, surroundings), named: file))
    }
    let priors = BacktestPriors(cut: .year, isNeeded: false)
    let backtests =
      [(set: "embedded", backtest: Backtest())]
      + own.map { ($0, Backtest(targets: $1, priors: priors)) }
    try output.write(Document(backtests, asOf: surroundings.today), surroundings)
  }
}

import ArgumentParser

struct Forecast: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast when a phase ends; keep the forecasts, and score them.",
    discussion: """
        annals forecast nlp                  the same as: annals forecast next nlp
        annals forecast nlp --record         keep it in the ledger
        annals forecast add "X happens" --probability .3 --resolves 2027-12-31
        annals forecast list                 every forecast, and what became of it
        annals forecast due                  those whose time is up
        annals forecast score                how often it has been right
        annals forecast backtest             how right it would have been
        annals forecast class                the sequences that it learns from
      """,
    subcommands: [
      ForecastNext.self, ForecastAdd.self, ForecastList.self, ForecastDue.self,
      ForecastShow.self, ForecastScores.self, ForecastResolve.self, ForecastAnnul.self,
      ForecastBacktest.self, ForecastClass.self,
    ], defaultSubcommand: ForecastNext.self)
}

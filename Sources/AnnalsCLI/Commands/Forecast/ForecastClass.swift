import ArgumentParser
import Forecasting
import Querying

struct ForecastClass: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "class",
    abstract: "List the reference class: the sequences on which priors are fitted.",
    discussion: """
        annals forecast class                        what is in it, with sources
        annals forecast nlp --without modis28        leave a member and its relatives out
        annals forecast nlp --with gpt               add a sequence of the log
      """)

  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    try output.write(Document(ReferenceClass.embedded, asOf: surroundings.today), surroundings)
  }
}

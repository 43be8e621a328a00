import ArgumentParser
import EventLog
import EventModel
import Projections
import Querying

struct Phases: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the phases of a sequence, with their lengths.",
    discussion: """
        annals phases                        all sequences
        annals phases nlp                    one of them
      """)

  @Argument(help: "The sequence, such as nlp.")
  var sequence: String?

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let (bound, day) = try asOf.bound(today: surroundings.today)
    try store.open(surroundings).ask(asOf: bound) { snapshot in
      let question = Question(snapshot, asOf: day)
      if let sequence { _ = try question.phaseTable(of: sequence) }
      try output.write(try question.phases(of: sequence), surroundings)
    }
  }
}

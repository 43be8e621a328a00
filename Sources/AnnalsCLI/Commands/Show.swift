import ArgumentParser
import EventLog
import EventModel
import JSONText
import Projections
import Querying
import Rendering

struct Show: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show one event with its mentions, its history and why it was coded so.",
    discussion: """
        annals show 3fa9                     the first digits of its id are enough
      """)

  @Argument(help: "The event's id, or its first digits.")
  var event: String

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let (bound, day) = try asOf.bound(today: surroundings.today)
    try store.open(surroundings).ask(asOf: bound) { snapshot in
      let detail = try Question(snapshot, asOf: day).event(named: event)
      switch output.chosen(surroundings) {
      case .json, .jsonl: try output.write(detail.json.text + "\n", surroundings)
      default: try output.write(EventPage.text(detail), surroundings)
      }
    }
  }
}

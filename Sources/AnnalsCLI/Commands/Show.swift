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

  @OptionGroup var options: AskOptions

  func run(in surroundings: Surroundings) throws {
    let detail = try options.ask(surroundings) { try $0.event(named: event) }
    switch options.output.chosen(surroundings) {
    case .json, .jsonl: try options.output.write(SafeText.json(detail.json) + "\n", surroundings)
    default: try options.output.write(EventPage.text(detail), surroundings)
    }
  }
}

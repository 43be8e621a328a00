import ArgumentParser
import Ingestion
import Projections
import Querying

struct Star: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "star", abstract: "Mark events as important; annals log is:starred finds them.",
    discussion: """
        annals star b949 ef5a
        annals star b949 --remove
      """)

  @Argument(help: "Ids of events, or their first digits.", completion: Completing.event)
  var events: [String]

  @Flag(help: "They are important no longer.")
  var remove = false

  @OptionGroup var options: MarkOptions

  func run(in surroundings: Surroundings) throws {
    let names = events.joined(separator: ", ")
    try options.record(remove ? "no star on \(names)" : "a star on \(names)", surroundings) {
      question in
      let changed = try events.map(question.event(named:)).filter {
        $0.view.marks.isStarred == remove
      }
      return changed.isEmpty ? nil : .star(changed.map(\.id), isOn: !remove)
    }
  }
}

import ArgumentParser
import Ingestion
import Projections
import Querying

struct Note: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write a note beside an event, in the place of the one before.",
    discussion: """
      annals show tells it, with the notes before in the history; annals log is:noted finds the event.

        annals note b949 "ask about the board seat"
        annals note b949 --remove
      """)

  @Argument(help: "The event's id, or its first digits.", completion: Completing.event)
  var event: String

  @Argument(help: "The note.")
  var text: [String] = []

  @Flag(help: "Take the note back.")
  var remove = false

  @OptionGroup var options: MarkOptions

  private var words: String { text.joined(separator: " ") }

  func validate() throws {
    guard words.isEmpty == remove else { throw ValidationError("say what to note") }
  }

  func run(in surroundings: Surroundings) throws {
    try options.record(remove ? "no note on \(event)" : "a note on \(event)", surroundings) {
      question in
      let detail = try question.event(named: event)
      let notes = detail.view.marks.notes
      return notes == (remove ? [] : [words]) ? nil : .note(detail.id, words)
    }
  }
}

import ArgumentParser
import EventLog
import EventModel
import JSONText
import Projections
import Querying
import Rendering

struct LogCommand: AskingCommand {
  static let inquiry = Inquiry.log
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: inquiry.summary,
    discussion: """
      With -O cloudevents, writes the log itself: every record as a CloudEvent, oldest first, to be \
      read again by annals import.

        annals log -n 20
        annals log 'type:funding amount:>1B'
        annals log -O cloudevents -o log.jsonl
      """)

  @OptionGroup var events: EventOptions
  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { events.arguments }

  /// So many events a terminal gets that asks for no number.
  private static let mostAtOnce = 100

  func run(in surroundings: Surroundings) throws {
    guard options.output.format == .cloudevents, !options.output.json else {
      let document = try options.document(Self.inquiry, arguments, surroundings)
      let isShort = events.limit == nil && options.output.isAtTerminal(surroundings)
      return try options.output.write(
        isShort ? document.showingFirst(LogCommand.mostAtOnce) : document, surroundings)
    }
    try options.ask(surroundings) { question in
      try Export.write(question.snapshot, isRedacted: false, to: options.output, surroundings)
    }
  }
}

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
        annals log type:funding amount:>1B
        annals log -O cloudevents -o log.jsonl
      """)

  @OptionGroup var events: EventOptions
  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { events.arguments }

  func run(in surroundings: Surroundings) throws {
    guard options.output.format == .cloudevents, !options.output.json else {
      return try ask(surroundings)
    }
    try options.ask(surroundings) { try export($0.snapshot, surroundings) }
  }

  private func export(_ snapshot: Snapshot, _ surroundings: Surroundings) throws {
    // A file gets the very bytes, which an import hashes.
    let isShown = surroundings.output.isTerminal && options.output.file == nil
    let stream = isShown ? options.output.streamJSON : options.output.stream
    try stream(surroundings) { write in
      var out: [UInt8] = []
      try snapshot.forEachRecord { record in
        CloudEvent.write(record, last: snapshot.position, to: &out)
        out.append(0x0A)
        if out.count > 1 << 20 {
          try write(out)
          out.removeAll(keepingCapacity: true)
        }
      }
      try write(out)
    }
  }
}

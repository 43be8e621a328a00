import ArgumentParser
import JSONText
import Querying
import SideTables

struct New: AskingCommand {
  static let inquiry = Inquiry.news
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: inquiry.summary,
    discussion: """
      Events that the log has learned of since, with denials, corrections and forecasts that were \
      resolved. Looking moves your place, unless you --peek, or ask for a part by a query or --since. \
      The first time, what event books tell is left out.

        annals new
        annals new type:funding --since yesterday
        annals new --reader anna --peek
      """)

  @Argument(
    help: "Only these: a query, such as actor:OpenAI type:funding.", completion: Completing.query)
  var query: [String] = []

  @Option(name: [.customShort("n"), .long], help: "At most this many events.")
  var limit: Int = 20

  @Option(
    help: ArgumentHelp(
      "From this date or @position on, in place of your last look.", valueName: "date"))
  var since: String?

  @Flag(help: "Leave your place where it is.")
  var peek = false

  @OptionGroup var reader: ReaderOptions
  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] {
    ["query": query, "since": since.map { [$0] } ?? [], "limit": ["\(limit)"]]
  }

  func run(in surroundings: Surroundings) throws {
    let document = try reader.answer(Self.inquiry, arguments, options, surroundings)
    guard !peek, query.isEmpty, since == nil, options.asOf.asOf == nil,
      let head = document.json["head"]?.integer, let place = document.json["place"]?.integer
    else { return }
    try reader.note(in: options.store.path(surroundings)) { table in
      try table.note(
        Look(position: head, at: surroundings.now), after: place, of: reader.reader)
    }
  }
}

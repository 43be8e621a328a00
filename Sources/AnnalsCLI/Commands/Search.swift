import ArgumentParser
import Querying

struct Search: AskingCommand {
  static let inquiry = Inquiry.search
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: inquiry.summary,
    discussion: """
        annals search open letter
        annals search 融资 type:funding
        annals search '"data centre"' -n 10
        annals search --items 融资           what the feeds brought, coded or not
      """)

  @Flag(help: "Search the titles and texts of what the feeds brought, coded or not.")
  var items = false

  @OptionGroup var events: EventOptions
  @OptionGroup var reader: ReaderOptions
  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { events.arguments }

  func run(in surroundings: Surroundings) throws {
    guard items else { return try ask(surroundings) }
    let wanted = arguments.filter { ["query", "limit", "after"].contains($0.key) }
    try reader.answer(.items, wanted, options, surroundings)
  }

  func validate() throws {
    guard !events.query.isEmpty else { throw ValidationError("say what to search for") }
    let period = [events.period.period, events.period.since, events.period.until]
    guard !items || period.allSatisfy({ $0 == nil }) else {
      throw ValidationError("--items searches all that was brought, whenever it was")
    }
  }
}

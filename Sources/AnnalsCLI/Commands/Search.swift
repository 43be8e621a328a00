import ArgumentParser
import EventCoding
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
        annals search --meaning a funding round     the same by what headlines mean, 融资 too
      """)

  @Flag(help: "Search the titles and texts of what the feeds brought, coded or not.")
  var items = false

  @Flag(
    help: ArgumentHelp(
      "Search it by what headlines mean, in whatever words and language.",
      discussion: "It needs the sentence encoder, which encodes each headline once."))
  var meaning = false

  @OptionGroup var events: EventOptions
  @OptionGroup var reader: ReaderOptions
  @OptionGroup var options: AskOptions

  var arguments: [String: [String]] { events.arguments }

  func run(in surroundings: Surroundings) throws {
    if meaning { return try searchMeaning(surroundings) }
    guard items else { return try ask(surroundings) }
    let wanted = arguments.filter { ["query", "limit", "after"].contains($0.key) }
    try reader.answer(.items, wanted, options, surroundings)
  }

  private func searchMeaning(_ surroundings: Surroundings) throws {
    let search = MeaningSearch(
      encoder: try DictionaryOptions().encoder(surroundings),
      dictionary: try surroundings.settings.dictionary(surroundings), surroundings: surroundings)
    let store = try options.store.openToAsk(surroundings)
    let nearest = try search.nearest(
      to: events.query.joined(separator: " "), in: store, at: options.store.path(surroundings),
      limit: events.limit ?? 20,
      ProgressLine(of: "headline", isQuiet: options.output.quiet, surroundings))
    let attention = try reader.attention(in: store, now: surroundings.now)
    let document = try options.ask(surroundings, attention: attention) { question in
      try question.items(nearest)
    }
    try options.output.write(document, surroundings)
  }

  func validate() throws {
    guard !meaning || options.asOf.asOf == nil && events.after == nil else {
      throw ValidationError("--meaning goes with neither --as-of nor --after")
    }
    guard !events.query.isEmpty else { throw ValidationError("say what to search for") }
    let period = [events.period.period, events.period.since, events.period.until]
    guard !(items || meaning) || period.allSatisfy({ $0 == nil }) else {
      throw ValidationError("--items searches all that was brought, whenever it was")
    }
  }
}

import ArgumentParser
import JSONText
import Querying

struct ItemList: AskingCommand {
  static let inquiry = Inquiry.items
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: inquiry.summary)

  @Argument(help: "Words of its title and text, Chinese too; the best fit comes first.")
  var words: [String] = []

  @Flag(name: .customLong("new"), help: "Since your last look, and no event was made of it.")
  var isNew = false
  @Flag(help: "Those that you have not read.")
  var unread = false
  @Flag(help: "Those that you have read.")
  var read = false
  @Flag(help: "Those of which an event was made.")
  var coded = false
  @Flag(help: "Those of which no event was made.")
  var uncoded = false

  @Option(
    help: "Of this feed, or a part of its name; repeat for more.", completion: Completing.feed)
  var feed: [String] = []

  @Option(name: [.customShort("n"), .long], help: "At most this many items.")
  var limit: Int = 50

  @Option(
    help: ArgumentHelp(
      "Only what follows this item: the id that JSON gave as next.", valueName: "id"))
  var after: String?

  @OptionGroup var reader: ReaderOptions
  @OptionGroup var options: AskOptions

  private var choices: [String] {
    [
      (isNew, "new"), (unread, "unread"), (read, "read"), (coded, "coded"), (uncoded, "uncoded"),
    ].filter(\.0).map(\.1)
  }

  func validate() throws {
    if choices.count > 1 {
      throw ValidationError("--\(choices[0]) and --\(choices[1]) cannot go together")
    }
  }

  var arguments: [String: [String]] {
    [
      "query": words, "feed": feed, "which": choices, "limit": ["\(limit)"],
      "after": after.map { [$0] } ?? [],
    ]
  }

  func run(in surroundings: Surroundings) throws {
    let document = try reader.answer(Self.inquiry, arguments, options, surroundings)
    if let next = document.json["next"]?.string, options.output.chosen == nil {
      try options.output.say("… more: annals items --after \(next.prefix(8))", surroundings)
    }
  }
}

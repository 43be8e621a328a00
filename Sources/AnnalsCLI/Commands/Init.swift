import EventCoding
import ArgumentParser
import EventLog
import EventModel
import FeedParsing
import Ingestion
import JSONText
import Projections
import Querying

struct Init: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make the store, with the bundled event books and subscriptions.",
    discussion: """
      Running it again is harmless: what the store knows already is not added twice.

        annals init                          the usual place
        annals init --store ai.sqlite        a file of your own
        annals init --empty                  without the bundled books
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Leave out the bundled event books and subscriptions.")
  var empty = false

  func run(in surroundings: Surroundings) throws {
    let store = try self.store.create(surroundings)
    guard !empty else {
      return try output.tell(
        "store: \(store.path)",
        Document(schema: "annals.made/1", facts: ["store": .string(store.path)]), surroundings)
    }
    if output.chosen == nil { try output.say("store: \(store.path)", surroundings) }
    let books = BundledFiles.files(in: "Events").map { EventBook(file: $0.path, bytes: $0.bytes) }
    let appended = try store.importBooks(books, now: surroundings.now)
    if output.chosen == nil {
      try output.say(
        "imported \(books.count) event books: \(appended.sentence)",
        surroundings)
    }
    let lists = try BundledFiles.files(in: "Feeds").map { try OPML.parse($0.bytes) }
    let added = try store.follow(lists, now: surroundings.now).added
    try output.tell(
      added == 0
        ? "its feeds are followed already; poll them with: annals fetch"
        : "following \(Numerals.counted(added, "feed")) more; poll them with: annals fetch",
      Document(
        schema: "annals.made/1",
        facts: [
          "store": .string(store.path), "books": .number(Int64(books.count)),
          "rows": .number(Int64(appended.rows)), "feeds": .number(Int64(added)),
        ], and: appended.counts), surroundings)
  }
}

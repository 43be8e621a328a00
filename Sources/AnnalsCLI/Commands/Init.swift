import ArgumentParser
import EventLog
import EventModel
import FeedParsing
import Ingestion
import Projections

struct Init: AnnalsCommand {
  static let configuration = CommandConfiguration(
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
    try output.say("store: \(store.path)", surroundings)
    guard !empty else { return }
    let books = BundledFiles.files(in: "Events").map { EventBook(file: $0.path, bytes: $0.bytes) }
    let appended = try store.importBooks(books, now: surroundings.now)
    let rows = books.map(\.count).reduce(0, +)
    try output.say(
      "imported \(books.count) event books, \(rows) rows: \(appended.sentence)", surroundings)
    let lists = try BundledFiles.files(in: "Feeds").map { try OPML.parse($0.bytes) }
    let added = try store.follow(lists.flatMap(\.subscriptions), now: surroundings.now)
    try output.say("following \(added) feeds more; poll them with: annals fetch", surroundings)
  }
}

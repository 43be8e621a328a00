import ArgumentParser
import EventLog
import EventModel
import FeedParsing
import JSONText
import Querying
import SideTables

struct FeedImport: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Follow the feeds of a subscription list (OPML).",
    discussion: """
        annals feed import subscriptions.opml
        annals feed import - < subscriptions.opml
      """)

  @Argument(help: ArgumentHelp("OPML files; - is standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let lists = try files.map { file in
      let bytes = try InputFile.read(file, surroundings)
      do throws(FeedError) { return try OPML.parse(bytes) } catch {
        throw Failure(.badInput, "\(file): \(error)", hint: "annals feed add follows one feed")
      }
    }
    let offered = lists.flatMap(\.subscriptions)
    let added = try store.open(surroundings).follow(offered, now: surroundings.now)
    let known = offered.count - added
    try output.tell(
      "following \(added) feeds more" + (known > 0 ? "; \(known) were known" : ""),
      Document(
        schema: "annals.feedsImported/1",
        facts: ["added": .number(Int64(added)), "known": .number(Int64(known))]), surroundings)
  }
}

extension Store {
  /// Follows the feeds of a list that are not followed yet, and says how many those were.
  func follow(_ offered: [OPML.Subscription], now: Instant) throws -> Int {
    try write { transaction in
      try SideSchema.prepare(transaction)
      let table = SubscriptionTable(transaction)
      return try offered.count { feed in
        try table.follow(
          Subscription(
            url: feed.xmlURL, title: feed.title, groups: feed.groups, site: feed.htmlURL,
            added: now)) == .added
      }
    }
  }
}

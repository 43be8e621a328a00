import ArgumentParser
import EventLog
import EventModel
import FeedFetching
import FeedParsing
import JSONText
import Querying
import SideTables

struct FeedAdd: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Follow a feed, or the feed that a page names.",
    discussion: """
        annals feed add https://example.org/feed.xml
        annals feed add example.org          finds the feeds of the page
        annals feed add example.org --pick 2 takes the second of several
        annals feed add @name@social.example follows what an account posts
      """)

  @Argument(help: ArgumentHelp("The address of a feed or a page.", valueName: "url"))
  var url: String

  @Option(help: "A title of your own.")
  var title: String?

  @Option(help: ArgumentHelp("The group; repeat for a group in a group.", valueName: "title"))
  var group: [String] = []

  @Option(help: ArgumentHelp("The time between two polls: 30m, 2h, 1d.", valueName: "span"))
  var interval: Interval?

  @Option(help: ArgumentHelp("A header to send along, such as “Authorization: …”."))
  var header: [String] = []

  @Option(help: ArgumentHelp("Which feed of the page to follow.", valueName: "n"))
  var pick: Int?

  @OptionGroup var network: NetworkOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if header.contains(where: { !$0.contains(":") || $0.contains(where: \.isNewline) }) {
      throw ValidationError("a header is written as “Name: value”")
    }
  }

  func run(in surroundings: Surroundings) throws {
    let store = try store.openFeeds(surroundings)
    let discovery = FeedDiscovery(
      options: try network.options(surroundings, for: url), headers: header,
      surroundings: surroundings)
    let (feeds, faults) = try discovery.feeds(at: url)
    let found = try choose(among: feeds, faults)
    // A page may call several feeds by names that they do not bear themselves.
    let isUnique = feeds.count { $0.title == found.title } == 1
    let new = Subscription(
      url: found.url, title: title ?? (isUnique ? found.title : found.label), groups: group,
      site: found.site, interval: interval?.seconds, headers: found.takesHeaders ? header : [],
      allowsPrivate: found.isPrivate, added: surroundings.now)
    let following = try store.write { try SubscriptionTable($0).follow(new) }
    let sentence =
      switch following {
      case .added: "following \(new.title): \(new.url)"
      case .known: "\(new.title) is followed already"
      case .renewed: "\(new.title) is followed already; its password or key is the new one"
      }
    let facts = Document(
      schema: "annals.feedAdded/1",
      facts: [
        "title": .string(new.title), "url": .string(new.url), "new": .bool(following == .added),
      ])
    try output.tell(sentence, facts, surroundings)
    for fault in faults { try output.say("left out: \(fault)", surroundings) }
  }

  private func choose(
    among feeds: [FoundFeed], _ faults: [String]
  ) throws -> FoundFeed {
    if let pick {
      guard pick > 0, pick <= feeds.count else {
        throw Failure(.usage, "there are \(feeds.count) feeds, and --pick is \(pick)")
      }
      return feeds[pick - 1]
    }
    guard feeds.count > 1 else { return feeds[0] }
    let shown = feeds.enumerated().map {
      "\($0 + 1)  \($1.label): \(Redaction.address($1.url))"
    }
    throw Failure(
      .no, "the page names \(feeds.count) feeds; which one?",
      details: shown + faults.map { "left out: \($0)" },
      hint: "annals feed add \(Redaction.typed(url)) --pick 1")
  }
}

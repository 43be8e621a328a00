import ArgumentParser
import EventCoding
import EventLog
import EventModel
import FeedFetching
import Ingestion
import JSONText
import Projections
import Querying
import Rendering
import SideTables

struct Fetch: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Poll the feeds that are due, and ingest what they bring.",
    discussion: """
      Feeds are asked politely: only when they are due, two at a time per host, and for changes alone \
      where the server can tell. Feeds that are named are asked at once, or a day after their server \
      asked to wait. Exit code 2 says that some feeds failed, 69 that all did; annals feed check says \
      why. A private address is asked where --allow-private once permitted it. Set ANNALS_CONTACT to a URL or an \
      address of yours: servers are told it with every request.

        annals fetch
        annals fetch --every 30m             until Ctrl-C
        annals fetch "MIT Technology Review"
      """)

  @Argument(
    help: ArgumentHelp("Feeds, by title or address, due or not.", valueName: "feed"),
    completion: Completing.feed)
  var feeds: [String] = []

  @Flag(help: "Poll all feeds, due or not, but those of hosts that asked to wait.")
  var all = false

  @Option(help: ArgumentHelp("Poll what is due again and again: 30m, 2h.", valueName: "span"))
  var every: Interval?

  @Flag(help: "Ask nobody; say which feeds would be polled.")
  var dryRun = false

  @OptionGroup var dictionaries: DictionaryOptions

  @OptionGroup var network: NetworkOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    if dryRun {
      let feeds = try due(in: store.openFeedsToAsk(surroundings), surroundings)
      if output.chosen != nil { return try output.write(Fetch.document(of: feeds), surroundings) }
      for feed in feeds { try surroundings.output.line(feed.subscription.title) }
      return
    }
    let coder = try dictionaries.coder(surroundings)
    var isFirst = true
    repeat {
      do {
        let summary = try round(coder, surroundings)
        try output.tell(summary.sentence, summary.document, surroundings)
        if surroundings.isInterrupted() { throw ExitCode(130) }
        if every == nil { try summary.conclude() }
      } catch  where every != nil && Fetch.mayPass(error, inFirstRound: isFirst) {
        try output.say(SafeText.message(Failure(error).message), surroundings)
      }
      isFirst = false
    } while try every?.wait(surroundings) ?? false
  }

  private static func document(
    of feeds: [(subscription: Subscription, state: FetchState)]
  ) -> Document {
    Document(
      schema: "annals.due/1",
      columns: [Column("title", key: "title"), Column("url") { .url($0["url"]) }],
      rows: feeds.map { feed in
        .object([
          "title": .string(feed.subscription.title), "url": .string(feed.subscription.url),
        ])
      })
  }

  /// Polls what is due. The store is opened anew, for it may be another file by now.
  private func round(_ coder: EventCoder, _ surroundings: Surroundings) throws -> FetchSummary {
    let store = try store.openFeeds(surroundings)
    let lock: FetchLock
    do { lock = try FetchLock(of: store.path) } catch StoreError.busy {
      throw Failure(.busy, "another annals is fetching", hint: "wait for it to end, or end it")
    }
    var round = try FetchRound(
      store: store, lock: lock, coder: coder, options: try network.options(surroundings),
      output: output, surroundings: surroundings)
    return try round.run(try due(in: store, surroundings), areNamed: !feeds.isEmpty)
  }

  /// Whether the next round may do better: a disk has room again, a store is back in its place. A
  /// corrupt log stays corrupt, and what is wrong from the beginning is a mistake in the command.
  private static func mayPass(_ error: any Error, inFirstRound isFirst: Bool) -> Bool {
    if error is OutputClosed || error is ExitCode { return false }
    return switch Failure(error).meaning {
    case .corrupt: false
    case .busy, .cannotWrite, .network: true
    default: !isFirst
    }
  }

  /// Those that are named, all, or those whose time has come; with how their fetching stands.
  private func due(
    in store: Store, _ surroundings: Surroundings
  ) throws -> [(subscription: Subscription, state: FetchState)] {
    let (known, states) = try store.read { transaction in
      (try SubscriptionTable(transaction).all(), try FetchStateTable(transaction).all())
    }
    let now = surroundings.clock()
    return try FeedNames.find(feeds, in: known).map { ($0, states[$0.feed] ?? FetchState()) }
      .filter { !feeds.isEmpty || all && !$0.1.isRetired || $0.1.isDue(at: now) }
  }
}

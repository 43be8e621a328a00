import ArgumentParser
import EventCoding
import EventLog
import EventModel
import FeedFetching
import Foundation
import Ingestion
import Projections
import Rendering
import SideTables

struct Fetch: AnnalsCommand {
  static let configuration = CommandConfiguration(
    abstract: "Poll the feeds that are due, and ingest what they bring.",
    discussion: """
      Feeds are asked politely: only when they are due, two at a time per host, and for changes alone \
      where the server can tell. Feeds that are named are asked at once. Exit code 2 says that some \
      feeds failed, 69 that all did; annals feed check says why. Set ANNALS_CONTACT to a URL or an \
      address of yours: servers are told it with every request.

        annals fetch
        annals fetch --every 30m             until Ctrl-C
        annals fetch "MIT Technology Review"
      """)

  @Argument(help: ArgumentHelp("Feeds, by title or address, due or not.", valueName: "feed"))
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
    let store = try store.open(surroundings)
    try store.write { transaction in
      try Projector.prepare(transaction)
      try SideSchema.prepare(transaction)
    }
    if dryRun {
      for subscription in try due(in: store, surroundings).map(\.subscription) {
        try surroundings.output.write(SafeText.line(subscription.title) + "\n")
      }
      return
    }
    let coder = EventCoder(try dictionaries.load(surroundings))
    var ingestion = FeedIngestion(into: store, coder: coder)
    while true {
      do {
        let summary = try round(store, &ingestion, surroundings)
        if surroundings.isInterrupted() { throw ExitCode(130) }
        if every == nil { return try summary.conclude() }
      } catch let failure as Failure where every != nil && failure.meaning == .busy {
        try output.say(failure.message, surroundings)
      }
      guard let every else { return }
      let next = surroundings.clock().advanced(bySeconds: every.seconds)
      while surroundings.clock() < next {
        if surroundings.isInterrupted() { throw ExitCode(130) }
        usleep(200_000)
      }
    }
  }

  private func round(
    _ store: Store, _ ingestion: inout FeedIngestion, _ surroundings: Surroundings
  ) throws -> FetchSummary {
    let lock: FetchLock
    do { lock = try FetchLock(of: store.path) } catch StoreError.busy {
      throw Failure(.busy, "another annals is fetching", hint: "wait for it to end, or end it")
    }
    return try withExtendedLifetime(lock) {
      var round = FetchRound(
        store: store, ingestion: ingestion,
        identities: FeedIdentities(try store.read { try FetchStateTable($0).all() }),
        options: network.options(surroundings),
        output: output, surroundings: surroundings)
      let summary = try round.run(try due(in: store, surroundings))
      ingestion = round.ingestion
      try output.say(summary.sentence, surroundings)
      return summary
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

import ArgumentParser
import EventLog
import EventModel
import FeedFetching
import JSONText
import Querying
import SideTables

struct FeedCheck: AnnalsCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Show how each feed does, and what is wrong with it.",
    discussion: """
      new: never polled · fine · waiting: the host asked us to · refused: its address is private, and \
      --allow-private has not permitted it · silent: nothing new for 90 days · failing · gone: HTTP \
      410 · unreadable: what was remembered of it is damaged, and the next poll begins anew · \
      quarantined: reading it has ended annals twice in a row. Exit code 1 says that some feed needs \
      looking after. Asks nobody.

        annals feed check
        annals feed check techcrunch         with its last polls
      """)

  @Argument(
    help: ArgumentHelp("Feeds, by title or address.", valueName: "feed"),
    completion: Completing.feed)
  var feeds: [String] = []

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(in surroundings: Surroundings) throws {
    let store = try store.openFeedsToAsk(surroundings)
    let subscriptions = try FeedNames.find(feeds, in: store.subscriptions())
    let (states, faults, quarantines, head) = try store.read {
      (
        try FetchStateTable($0).all(), try SideSchema.faults(in: $0),
        try AttemptTable($0).quarantines(), try Log($0).head().position
      )
    }
    let rows = subscriptions.map { subscription in
      FeedHealth(
        of: subscription, states[subscription.feed] ?? FetchState(),
        faults: faults.filter { $0.row == subscription.feed },
        quarantine: quarantines.first { $0.subject == subscription.feed }, now: surroundings.now)
    }
    let answer = Document(
      schema: "annals.feedHealth/1", head: head, asOf: surroundings.today,
      columns: FeedHealth.columns, rows: rows.map(\.json))
    try output.write(answer, surroundings)
    for file in quarantines where file.subject == file.digest && feeds.isEmpty {
      try output.say("\(file.name): \(file)", surroundings)
    }
    if !feeds.isEmpty { try showPolls(of: subscriptions, in: store, surroundings) }
    let broken = rows.count(where: \.isBroken)
    guard broken == 0 else {
      throw Failure(.no, "\(broken) of \(rows.count) feeds \(broken == 1 ? "is" : "are") broken")
    }
  }

  private func showPolls(
    of subscriptions: [Subscription], in store: Store, _ surroundings: Surroundings
  ) throws {
    for subscription in subscriptions {
      for poll in try store.read({ try PollTable($0).polls(of: subscription) }) {
        try output.say("\(poll.at)  \(poll.outcome)", surroundings)
      }
    }
  }
}

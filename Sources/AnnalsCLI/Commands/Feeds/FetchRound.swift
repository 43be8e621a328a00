import EventLog
import EventModel
import FeedFetching
import FeedParsing
import Ingestion
import Rendering
import SideTables

/// One round of polls: what comes is ingested as it comes, each feed in one transaction.
struct FetchRound {
  let store: Store
  var ingestion: FeedIngestion
  /// Those that subscriptions have already.
  var identities: FeedIdentities
  let options: FetchOptions
  let output: OutputOptions
  let surroundings: Surroundings

  mutating func run(
    _ feeds: [(subscription: Subscription, state: FetchState)]
  ) throws -> FetchSummary {
    let now = surroundings.clock()
    let pauses = try store.write { try HostPauseTable($0).pauses(at: now) }
    var summary = FetchSummary()
    var requests: [FetchRequest] = []
    var asked: [(subscription: Subscription, state: FetchState)] = []
    for feed in feeds {
      do {
        let url = try FeedURL(feed.subscription.url)
        if let pause = pauses[url.host] {
          try settle(feed, .heldBack, pause: pause, &summary)
          continue
        }
        let validators = feed.state.validators.flatMap { $0.areUsable(at: now) ? $0 : nil }
        requests.append(
          FetchRequest(url, validators: validators, headers: feed.subscription.headers))
        asked.append(feed)
      } catch let refusal as Refusal {
        try settle(feed, .refused(refusal), pause: nil, &summary)
      }
    }
    let fetcher = try Fetcher(options, clock: surroundings.clock)
    try fetcher.run(requests, isInterrupted: surroundings.isInterrupted) { index, result in
      try settle(asked[index], result, pause: nil, &summary)
    }
    return summary
  }

  /// Brings one poll to its end: reads what came, appends it, and writes down how it went.
  private mutating func settle(
    _ feed: (subscription: Subscription, state: FetchState), _ result: FetchResult,
    pause: Instant?, _ summary: inout FetchSummary
  ) throws {
    let now = surroundings.clock()
    let poll = EndedPoll(of: feed.subscription, after: feed.state, result, now: now)
    let (outcome, appended) =
      switch Judgement(result, pause: pause, now: now) {
      case .settled(let outcome): (try save(poll, outcome), Appended())
      case .unread(let response): try ingest(response, poll)
      }
    summary.count(outcome, appended)
    if output.quiet { return }
    let line = SafeText.line("\(feed.subscription.title): \(outcome)")
    try surroundings.output.write(line + "\n")
  }

  private mutating func ingest(
    _ response: Response, _ poll: EndedPoll
  ) throws -> (Outcome, Appended) {
    let digest = "\(Digest.sha256(of: response.body))"
    if digest == poll.state.digest {
      return (try save(poll, .unchanged, digest: digest), Appended())
    }
    let feed: Feed
    do throws(FeedError) {
      feed = try FeedParser.parse(
        response.body, contentType: response.headers["content-type"], baseURL: response.url)
    } catch {
      return (try save(poll, .failed(why: "\(error)")), Appended())
    }
    let hints = PublisherHints(feed, now: poll.now)
    var outcome = Outcome.unchanged
    let name = poll.subscription.feed
    let identity = poll.state.identity ?? identities.claim(feed.identity(named: name), else: name)
    let appended = try ingestion.ingest(feed, named: name, identity: identity, now: poll.now) {
      transaction, appended in
      let isNew = appended.items > 0 || appended.revisions > 0
      outcome = try poll.save(
        isNew ? .new(items: appended.items, revisions: appended.revisions) : .unchanged,
        identity: identity, digest: digest, hints: hints, in: transaction)
    }
    return (outcome, appended)
  }

  private func save(
    _ poll: EndedPoll, _ outcome: Outcome, digest: String? = nil
  ) throws -> Outcome {
    try store.write { try poll.save(outcome, digest: digest, in: $0) }
  }
}

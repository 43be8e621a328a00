import ArgumentParser
import EventCoding
import EventLog
import EventModel
import FeedFetching
import FeedParsing
import Ingestion
import JSONText
import Rendering
import SecondReading
import SideTables

/// One round of polls: what comes is ingested as it comes, each feed in one transaction.
struct FetchRound {
  private let store: Store
  private let lock: FetchLock
  private let options: FetchOptions
  private let output: OutputOptions
  private let surroundings: Surroundings
  private var ingestion: FeedIngestion
  private let coder: EventCoder
  private let reading: ReadingRun?
  /// Of what reads the feeds.
  private let version: String
  /// Those that subscriptions have already.
  private var identities: FeedIdentities
  /// What this version leaves alone.
  private var quarantines: [Quarantine] = []

  init(
    store: Store, lock: FetchLock, coder: EventCoder, options: FetchOptions, output: OutputOptions,
    surroundings: Surroundings
  ) throws {
    self.store = store
    self.lock = lock
    self.options = options
    self.output = output
    self.surroundings = surroundings
    self.coder = coder
    reading = try ConfiguredReader(surroundings)?.run(
      coder.dictionary, memory: StoredReadings(in: store, surroundings), surroundings)
    ingestion = FeedIngestion(into: store, coder: reading?.believed(by: coder) ?? coder)
    ingestion.reading = reading?.read
    version = Program.version(with: coder)
    identities = FeedIdentities(try store.read { try FetchStateTable($0).all() })
    // What nobody could be told of is not asked for.
    if case .away(let name, let reason) = store.sharing {
      throw StoreError.away(log: name, reason)
    }
    _ = try FileIntake.drain(into: store, by: &ingestion, surroundings)
  }

  /// - Parameter areNamed: whether a person has named them.
  mutating func run(
    _ feeds: [(subscription: Subscription, state: FetchState)], areNamed: Bool
  ) throws -> FetchSummary {
    let now = surroundings.clock()
    let pauses: [String: Pause]
    (pauses, quarantines) = try store.write { transaction in
      (
        try PauseTable(transaction).pauses(at: now),
        try AttemptTable(transaction).quarantines(for: version, at: now)
      )
    }
    var summary = FetchSummary(areNamed: areNamed)
    let privateHosts = try NetworkOptions.privateHosts(surroundings)
    var requests: [FetchRequest] = []
    var asked: [(subscription: Subscription, state: FetchState)] = []
    for feed in feeds {
      if let quarantine = quarantines.first(where: { $0.subject == feed.subscription.feed }) {
        summary.countQuarantined()
        try report(feed.subscription, "\(quarantine)", &summary)
        continue
      }
      do {
        guard let address = feed.subscription.address else { throw Refusal.secretMissing }
        let url = try FeedURL(address)
        let pause = [url.host, feed.subscription.feed].compactMap { pauses[$0] }
          .filter { $0.holds(forNamed: areNamed, at: now) }.map(\.until).max()
        if let pause {
          try settle(feed, .heldBack(until: pause), &summary)
          continue
        }
        let validators = feed.state.validators.flatMap { $0.areUsable(at: now) ? $0 : nil }
        requests.append(
          FetchRequest(
            url, validators: validators, headers: feed.subscription.secrets.headers,
            allowsPrivate: feed.subscription.allowsPrivate || privateHosts.contains(url.host)))
        asked.append(feed)
      } catch let refusal as Refusal {
        try settle(feed, .refused(refusal), &summary)
      }
    }
    let fetcher = try Fetcher(options, clock: surroundings.clock)
    var waiting: [(index: Int, result: FetchResult)] = []
    try fetcher.run(requests, isInterrupted: surroundings.isInterrupted) { index, result in
      // A model may think for minutes, and meanwhile the other transfers would time out.
      if reading != nil {
        waiting.append((index, result))
      } else {
        try settle(asked[index], result, &summary)
      }
    }
    for (index, result) in waiting { try settle(asked[index], result, &summary) }
    if let reading {
      summary.add(try reading.settle(in: store, with: coder, surroundings), reading.tally)
    }
    for line in summary.failures { try say(line) }
    return summary
  }

  /// Brings one poll to its end, whatever that is: only what the next feed would meet too, such as a
  /// full disk, ends the round.
  private mutating func settle(
    _ feed: (subscription: Subscription, state: FetchState), _ result: FetchResult,
    _ summary: inout FetchSummary
  ) throws {
    try lock.checkStore()
    var poll = EndedPoll(
      of: feed.subscription, after: feed.state, result, now: surroundings.clock())
    do {
      let (outcome, appended) = try conclude(&poll, result)
      try report(poll, outcome, appended, &summary)
    } catch is SubscriptionRemoved {
      try report(
        feed.subscription, "removed while it was polled; nothing of it was ingested", &summary)
    } catch  where !FetchRound.endsRound(error) {
      let failed = Outcome.failed(why: Failure(error).message)
      let outcome = (try? save(poll, failed)) ?? failed
      try report(poll, outcome, Appended(), &summary)
    }
  }

  /// Says how a poll ended: what failed at the end of the round, in as few lines as can be.
  private func report(
    _ poll: EndedPoll, _ outcome: Outcome, _ appended: Appended, _ summary: inout FetchSummary
  ) throws {
    summary.count(outcome, appended)
    summary.note(poll.subscription, "\(outcome)")
    if outcome.isProblem {
      return summary.note(
        failure: outcome, of: poll.subscription, isRepeated: outcome == poll.state.outcome)
    }
    try say("\(poll.subscription.title): \(outcome)")
    for title in appended.titles { try say("  \(title)") }
    let rest = appended.events - appended.titles.count
    if rest > 0 { try say("  and \(rest) more") }
  }

  private static func endsRound(_ error: any Error) -> Bool {
    error is StoreError || error is OutputClosed || error is ExitCode
  }

  private func report(
    _ subscription: Subscription, _ what: String, _ summary: inout FetchSummary
  ) throws {
    summary.note(subscription, what)
    try say("\(subscription.title): \(what)")
  }

  private func say(_ line: String) throws {
    if output.quiet || output.chosen != nil { return }
    let indent = line.prefix { $0 == " " }
    try surroundings.output.write(indent + SafeText.line(line) + "\n")
  }

  /// Reads what came, appends it, and writes down how it went.
  private mutating func conclude(
    _ poll: inout EndedPoll, _ result: FetchResult
  ) throws -> (Outcome, Appended) {
    switch Judgement(result, now: poll.now) {
    case .settled(let outcome): (try save(poll, outcome), Appended())
    case .unread(let response): try ingest(response, &poll)
    }
  }

  private mutating func ingest(
    _ response: Response, _ poll: inout EndedPoll
  ) throws -> (Outcome, Appended) {
    let digest = "\(Digest.sha256(of: response.body))"
    if digest == poll.state.digest {
      return (try save(poll, .unchanged, digest: digest), Appended())
    }
    if let quarantine = quarantines.first(where: { $0.digest == digest }) {
      return (try save(poll, .refused(why: "\(quarantine)")), Appended())
    }
    try store.write { transaction in
      try poll.beginReading(digest: digest, version: version, in: transaction)
    }
    let feed: Feed
    do throws(FeedError) {
      feed = try FeedParser.parse(
        response.body, contentType: response.headers["content-type"], baseURL: response.url)
    } catch {
      return (try save(poll, .failed(why: "\(error)")), Appended())
    }
    poll.learn(title: feed.shownTitle)
    let (ended, hints) = (poll, PublisherHints(feed, now: poll.now))
    var outcome = Outcome.unchanged
    let name = poll.subscription.feed
    let identity = poll.state.identity ?? identities.claim(feed.identity(named: name), else: name)
    let appended = try ingestion.ingest(
      feed, named: name, identity: identity, isPolled: true, secrets: poll.subscription.secrets,
      now: poll.now
    ) { transaction, appended in
      let isNew = appended.items > 0 || appended.revisions > 0
      outcome = try ended.save(
        isNew ? .new(items: appended.items, revisions: appended.revisions) : .unchanged,
        identity: identity, digest: digest, hints: hints, in: transaction)
    }
    return (outcome, appended)
  }

  private func save(
    _ poll: EndedPoll, _ outcome: Outcome, digest: String? = nil
  ) throws -> Outcome {
    try store.write { transaction in
      let outcome = try poll.save(outcome, digest: digest, in: transaction)
      if outcome.hasReadAll, let identity = poll.state.identity {
        _ = try transaction.notePoll(of: identity, now: poll.now)
      }
      return outcome
    }
  }
}

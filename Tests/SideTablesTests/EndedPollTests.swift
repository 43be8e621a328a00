import EventModel
import FeedFetching
import TestSupport
import Testing

@testable import SideTables

@Suite struct EndedPollTests {
  let now = Instant("2026-11-23T12:00:00Z")!
  let store: TemporaryStore
  let feed = Subscription(url: "https://example.org/old", title: "", added: Instant("2026-11-23")!)

  init() throws { store = try .withSideTables() }

  /// Polls the feed twice; both times it answers from an address to which it has moved for good.
  func pollTwice(
    movedTo url: String, _ outcomes: [Outcome] = [.unchanged, .unchanged]
  ) throws -> FetchState {
    let response = Response(
      status: 200, headers: [:], url: url, redirects: [.init(status: 301, url: url)])
    for outcome in outcomes {
      try store.write { transaction in
        let state = try FetchStateTable(transaction).all()[feed.feed] ?? FetchState()
        let poll = EndedPoll(of: feed, after: state, .response(response), now: now)
        _ = try poll.save(outcome, in: transaction)
      }
    }
    return try store.read { try FetchStateTable($0).all()[feed.feed]! }
  }

  func urls() throws -> [String] { try store.read { try SubscriptionTable($0).all().map(\.url) } }

  @Test func `a feed that moves to a free address is asked there`() throws {
    _ = try store.write { try SubscriptionTable($0).follow(feed) }
    let state = try pollTwice(movedTo: "https://example.org/new")
    #expect(!state.isRetired)
    #expect(state.outcome == .moved(to: "https://example.org/new"))
    #expect(try urls() == ["https://example.org/new"])
  }

  @Test func `a feed that moves to another's address is not asked again`() throws {
    let other = Subscription(url: "https://example.org/new", title: "", added: now)
    try store.write { transaction in
      let table = SubscriptionTable(transaction)
      _ = try (table.follow(feed), table.follow(other))
    }
    let state = try pollTwice(movedTo: other.url)
    #expect(state.isRetired)
    #expect(state.next?.time == nil)
    #expect(try urls() == [feed.url, other.url])
  }

  @Test func `a poll that failed moves nothing`() throws {
    _ = try store.write { try SubscriptionTable($0).follow(feed) }
    let failed = Outcome.failed(why: "it is no feed")
    _ = try pollTwice(movedTo: "https://example.org/new", [failed, failed])
    #expect(try urls() == [feed.url])
    _ = try pollTwice(movedTo: "https://example.org/new", [.unchanged, failed])
    #expect(try urls() == [feed.url])
  }

  /// Polls the feed once and gives its state.
  func poll(_ result: FetchResult, _ outcome: Outcome, title: String? = nil) throws -> FetchState {
    try store.write { transaction in
      let state = try FetchStateTable(transaction).all()[feed.feed] ?? FetchState()
      var poll = EndedPoll(of: feed, after: state, result, now: now)
      if let title { poll.learn(title: title) }
      _ = try poll.save(outcome, in: transaction)
      return try FetchStateTable(transaction).all()[feed.feed]!
    }
  }

  @Test(arguments: [(429, "example.org"), (503, "https://example.org/old")])
  func `429 pauses the host, 503 the feed`(status: Int, subject: String) throws {
    _ = try store.write { try SubscriptionTable($0).follow(feed) }
    let until = now.advanced(bySeconds: 86_400)
    let response = Response(status: status, url: feed.url)
    let state = try poll(.response(response), .limited(until: until))
    #expect(state.next?.time == until)
    #expect(
      try store.write { try PauseTable($0).pauses(at: now) } == [
        subject: Pause(since: now, until: until)
      ])
  }

  @Test func `a feed that was held back is due when the wait is over`() throws {
    _ = try store.write { try SubscriptionTable($0).follow(feed) }
    let until = now.advanced(bySeconds: 60)
    let state = try poll(.heldBack(until: until), .limited(until: until))
    #expect(state.next?.time == until)
    #expect(state.checked == nil)
    #expect(try store.write { try PauseTable($0).pauses(at: now) }.isEmpty)
  }

  @Test func `a title is learned where there is only an address`() throws {
    func title(_ feed: Subscription, after learned: String) throws -> String {
      let store = try TemporaryStore()
      try store.write { transaction in
        try SideSchema.prepare(transaction)
        _ = try SubscriptionTable(transaction).follow(feed)
        var poll = EndedPoll(
          of: feed, after: FetchState(), .response(Response(status: 200, url: feed.url)), now: now)
        poll.learn(title: learned)
        _ = try poll.save(.unchanged, in: transaction)
      }
      return try store.read { try SubscriptionTable($0).all()[0].title }
    }
    let url = "https://example.org/old?token=t0ken"
    #expect(try title(Subscription(url: url, title: url, added: now), after: "Wire") == "Wire")
    #expect(try title(Subscription(url: url, title: "", added: now), after: "Wire") == "Wire")
    #expect(try title(Subscription(url: url, title: "Mine", added: now), after: "Wire") == "Mine")
    #expect(
      try title(Subscription(url: url, title: url, added: now), after: "").hasSuffix("REDACTED"))
  }

  @Test func `a private address that answered as permitted is permitted from then on`() throws {
    _ = try store.write { try SubscriptionTable($0).follow(feed) }
    func allows() throws -> Bool {
      try store.read { try SubscriptionTable($0).all()[0].allowsPrivate }
    }
    let response = Response(status: 200, url: feed.url, isPrivate: true)
    _ = try poll(.response(response), .failed(why: "no feed"))
    #expect(try !allows())
    _ = try poll(.response(response), .unchanged)
    #expect(try allows())
  }

  @Test func `a feed that claims to be another that is followed bears its own name`() {
    var state = FetchState()
    state.identity = "Wire"
    var identities = FeedIdentities(["a": state])
    #expect(identities.claim("Wire", else: "https://example.org/b") == "https://example.org/b")
    #expect(identities.claim("Courier", else: "https://example.org/c") == "Courier")
    #expect(identities.claim("Courier", else: "https://example.org/d") == "https://example.org/d")
  }
}

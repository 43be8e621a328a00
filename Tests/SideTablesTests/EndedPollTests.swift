import EventModel
import FeedFetching
import SideTables
import TestSupport
import Testing

@Suite struct EndedPollTests {
  let now = Instant("2026-11-23T12:00:00Z")!
  let store: TemporaryStore
  let feed = Subscription(url: "https://example.org/old", title: "", added: Instant("2026-11-23")!)

  init() throws {
    store = try TemporaryStore()
    try store.write { try SideSchema.prepare($0) }
  }

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

  @Test func `a feed that claims to be another that is followed bears its own name`() {
    var state = FetchState()
    state.identity = "Wire"
    var identities = FeedIdentities(["a": state])
    #expect(identities.claim("Wire", else: "https://example.org/b") == "https://example.org/b")
    #expect(identities.claim("Courier", else: "https://example.org/c") == "Courier")
    #expect(identities.claim("Courier", else: "https://example.org/d") == "https://example.org/d")
  }
}

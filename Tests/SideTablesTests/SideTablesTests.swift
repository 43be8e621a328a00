import EventLog
import EventModel
import FeedFetching
import Foundation
import GRDB
import JSONText
import TestSupport
import Testing

@testable import SideTables

@Suite struct SideTablesTests {
  let now = Instant("2026-11-23T12:00:00Z")!
  let store: TemporaryStore
  let feed = Subscription.full

  init() throws { store = try .withSideTables() }

  @Test func `a subscription comes back as it was put in, once`() throws {
    try store.write { (transaction) throws in
      let table = SubscriptionTable(transaction)
      #expect(try table.follow(feed) == .added)
      #expect(try table.follow(feed) == .known)
      #expect(try table.all() == [feed])
    }
  }

  @Test func `a feed that moves keeps its identity and its state`() throws {
    try store.write { (transaction) throws in
      let table = SubscriptionTable(transaction)
      let other = Subscription(url: "https://example.org/other", title: "", added: now)
      _ = try (table.follow(feed), table.follow(other))
      try FetchStateTable(transaction).save(FetchState().after(.unchanged, now: now), of: feed)
      #expect(try table.move(feed, to: "https://example.org/new"))
      #expect(try !table.move(feed, to: other.url))
      let moved = try #require(try table.all().first)
      #expect(moved.feed == feed.feed)
      #expect(moved.url == "https://example.org/new")
      #expect(try FetchStateTable(transaction).all().keys.sorted() == [feed.feed])
    }
  }

  @Test func `removing a subscription removes all that was remembered of it`() throws {
    try store.write { (transaction) throws in
      _ = try SubscriptionTable(transaction).follow(feed)
      try FetchStateTable(transaction).save(FetchState(), of: feed)
      try PollTable(transaction).add(Poll(at: now, outcome: "unchanged", bytes: 1), of: feed)
      try SubscriptionTable(transaction).remove(feed)
      #expect(try FetchStateTable(transaction).all().isEmpty)
      #expect(try PollTable(transaction).polls(of: feed).isEmpty)
    }
  }

  static let outcomes: [Outcome] = [
    .new(items: 3, revisions: 1), .unchanged, .notModified, .moved(to: "u"), .gone,
    .limited(until: Instant("2026-11-24")!), .forbidden(why: "p"), .refused(why: "r"),
    .failed(why: "f"),
  ]

  @Test(arguments: outcomes)
  func `a state comes back as it was put in`(outcome: Outcome) throws {
    let response = Response(
      status: 200, headers: ["ETag": "\"1\"", "Last-Modified": "x"], url: "a",
      redirects: [.init(status: 301, url: "b")])
    var state = FetchState().after(
      outcome, response: response, digest: "d",
      hints: PublisherHints(
        minutesToLive: 60, skippedHours: [1, 23], itemsPerWeek: 7, newestItem: now), now: now)
    state.next = Appointment(time: now, reason: "why")
    #expect(try FetchState(json: state.json) == state)
    #expect(try FetchState(json: .object([])) == FetchState())
  }

  static let unreadable = [
    "{", "[]", "5", "{\"checked\":\"yesterday\"}", "{\"checked\":9223372036854775807}",
    "{\"itemsPerWeek\":9223372036854775807}", "{\"skippedHours\":[\"a\"]}",
    "{\"outcome\":{\"limited\":9223372036854775807}}",
  ]

  @Test(arguments: unreadable)
  func `a state that cannot be read is named, and is as if there were none`(text: String) throws {
    try store.write { (transaction) throws in
      let other = Subscription(url: "https://example.org/other", title: "", added: now)
      for feed in [feed, other] {
        _ = try SubscriptionTable(transaction).follow(feed)
        try FetchStateTable(transaction).save(FetchState(), of: feed)
      }
      try transaction.database.execute(
        sql: "UPDATE fetch_state SET state = ? WHERE feed = ?", arguments: [text, feed.feed])
      #expect(try FetchStateTable(transaction).all().keys.sorted() == [other.feed])
      #expect(try FetchStateTable(transaction).faults().map(\.row) == [feed.feed])
    }
  }

  @Test(arguments: ["groups = 'x'", "interval = -10", "added = 1 << 62"])
  func `what cannot be read of a subscription is named, and the rest is followed`(
    change: String
  ) throws {
    try store.write { (transaction) throws in
      let table = SubscriptionTable(transaction)
      _ = try table.follow(feed)
      #expect(try table.faults().isEmpty)
      try transaction.database.execute(sql: "UPDATE subscription SET \(change)")
      #expect(try table.all().map(\.url) == [feed.url])
      let column = change.prefix { $0 != " " }
      #expect(try table.faults().map(\.reason) == ["its \(column) cannot be read"])
    }
  }

  @Test func `a poll of a feed that was removed meanwhile is not written down`() throws {
    let poll = EndedPoll(
      of: feed, after: FetchState(), .response(Response(status: 304, url: feed.url)), now: now)
    try store.write { (transaction) throws in
      #expect(throws: SubscriptionRemoved.self) { try poll.save(.notModified, in: transaction) }
      _ = try SubscriptionTable(transaction).follow(feed)
      #expect(try poll.save(.notModified, in: transaction) == .notModified)
    }
  }

  @Test func `the last thirty polls are kept`() throws {
    try store.write { (transaction) throws in
      _ = try SubscriptionTable(transaction).follow(feed)
      let table = PollTable(transaction)
      for second in 0..<50 {
        let poll = Poll(at: now.advanced(bySeconds: second), outcome: "\(second)", bytes: 0)
        try table.add(poll, of: feed)
      }
      let polls = try table.polls(of: feed)
      #expect(polls.map(\.outcome) == (20..<50).reversed().map { "\($0)" })
    }
  }

  @Test func `a pause holds until it is over, and a shorter one does not end it`() throws {
    let (minute, day) = (now.advanced(bySeconds: 60), now.advanced(bySeconds: 86_400))
    try store.write { (transaction) throws in
      let table = PauseTable(transaction)
      try table.pause("a", since: now, until: minute)
      try table.pause("a", since: now, until: now.advanced(bySeconds: 30))
      try table.pause("b", since: now, until: now)
      #expect(try table.pauses(at: now) == ["a": Pause(since: now, until: minute)])
      #expect(try table.pauses(at: minute).isEmpty)
      try table.pause("c", since: now, until: now.advanced(bySeconds: 7 * 86_400))
      let long = try #require(try table.pauses(at: day)["c"])
      #expect(long.holds(forNamed: true, at: day))
      #expect(!long.holds(forNamed: true, at: day.advanced(bySeconds: 1)))
      #expect(long.holds(forNamed: false, at: day.advanced(bySeconds: 1)))
      #expect(!long.holds(forNamed: false, at: long.until))
    }
  }

  @Test func `the pauses of a store from before are kept`() throws {
    try store.write { (transaction) throws in
      try transaction.database.execute(
        sql: """
          CREATE TABLE host_pause(host TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
          INSERT INTO host_pause VALUES ('a', \(now.milliseconds + 1));
          ALTER TABLE subscription DROP COLUMN private
          """)
      #expect(try SideSchema.isOutOfDate(transaction))
      try SideSchema.prepare(transaction)
      #expect(try !SideSchema.isOutOfDate(transaction))
      #expect(try PauseTable(transaction).pauses(at: now).keys.sorted() == ["a"])
      #expect(try SubscriptionTable(transaction).follow(feed) == .added)
    }
  }

  @Test func `a permission is remembered, by whoever follows the feed again`() throws {
    try store.write { (transaction) throws in
      let table = SubscriptionTable(transaction)
      let local = {
        Subscription(url: "http://127.0.0.1/", title: "", allowsPrivate: $0, added: now)
      }
      #expect(try table.follow(local(false)) == .added)
      #expect(try table.all().map(\.allowsPrivate) == [false])
      for allowed in [true, false] { #expect(try table.follow(local(allowed)) == .known) }
      #expect(try table.all().map(\.allowsPrivate) == [true])
    }
  }
}

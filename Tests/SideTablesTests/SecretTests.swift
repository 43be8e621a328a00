import EventLog
import EventModel
import FeedFetching
import Foundation
import GRDB
import TestSupport
import Testing

@testable import SideTables

@Suite struct SecretTests {
  let now = Instant("2026-11-23T12:00:00Z")!
  let store: TemporaryStore

  init() throws { store = try .withSideTables() }

  @Test func `what is secret stands in a table of its own`() throws {
    let secret = Subscription(
      url: "https://bob:hunter2@h/f?token=t0ken", title: "https://bob:hunter2@h/f?token=t0ken",
      site: "https://bob:hunter2@h/", headers: ["X-Key: s3cr3t"], added: now)
    #expect(secret.feed == "https://h/f?token=REDACTED")
    #expect(secret.address == "https://bob:hunter2@h/f?token=t0ken")
    try store.write { (transaction) throws in
      let table = SubscriptionTable(transaction)
      #expect(try table.follow(secret) == .added)
      #expect(try table.all() == [secret])
      for (name, rows) in try transaction.contents where name != "secret" {
        for word in ["bob", "hunter2", "t0ken", "s3cr3t"] {
          #expect(!rows.contains { $0.contains(word) }, "\(word) in \(name)")
        }
      }
      try table.remove(secret)
      #expect(try SecretTable(transaction.database).all().isEmpty)
    }
  }

  @Test func `a password may be given later, and changed`() throws {
    func feed(_ url: String, _ headers: [String] = []) -> Subscription {
      Subscription(url: url, title: "", headers: headers, added: now)
    }
    try store.write { (transaction) throws in
      let table = SubscriptionTable(transaction)
      #expect(try table.follow(feed("https://h/f")) == .added)
      #expect(try table.follow(feed("https://bob:a@h/f")) == .renewed)
      #expect(try table.follow(feed("https://bob:a@h/f")) == .known)
      #expect(try table.follow(feed("https://h/f")) == .known)
      #expect(try table.follow(feed("https://bob:b@h/f", ["X: y"])) == .renewed)
      #expect(try table.all().map(\.address) == ["https://bob:b@h/f"])
    }
  }

  @Test func `feeds that differ in a key alone are different feeds`() throws {
    let urls = ["news", "sport", "arts"].map { "https://h/f?key=\($0)" }
    try store.write { (transaction) throws in
      let table = SubscriptionTable(transaction)
      for _ in 0..<2 {
        for url in urls { _ = try table.follow(Subscription(url: url, title: "", added: now)) }
      }
      let all = try table.all()
      let shown = "https://h/f?key=REDACTED"
      #expect(all.map(\.url) == [shown, shown + "#2", shown + "#3"])
      #expect(all.map(\.address) == [urls[0], urls[1] + "#2", urls[2] + "#3"])
      try table.remove(all[1])
      _ = try table.follow(Subscription(url: urls[1], title: "", added: now))
      #expect(try table.all().map(\.url) == [shown, shown + "#3", shown + "#2"])
    }
  }

  @Test func `a feed moves with its password, but not to an address that the server signed`() throws
  {
    func poll(_ feed: Subscription, _ state: FetchState, to url: String) -> EndedPoll {
      let response = Response(
        status: 200, url: url, redirects: [.init(status: 301, url: url)])
      return EndedPoll(of: feed, after: state, .response(response), now: now)
    }
    try store.write { (transaction) throws in
      let table = SubscriptionTable(transaction)
      for target in ["https://bob:a@h/new?token=t", "https://cdn/f?sig=once"] {
        let feed = Subscription(url: "https://bob:a@h/f?token=t", title: "", added: now)
        _ = try table.follow(feed)
        var outcome = try poll(feed, FetchState(), to: target).save(.unchanged, in: transaction)
        let state = try #require(try FetchStateTable(transaction).all()[feed.feed])
        #expect(state.announcedMove == Redaction.address(target))
        outcome = try poll(feed, state, to: target).save(.unchanged, in: transaction)
        let moves = target.contains("new")
        #expect(outcome == (moves ? .moved(to: "https://h/new?token=REDACTED") : .unchanged))
        let after = try #require(try table.all().first)
        #expect(after.address == (moves ? target : "https://bob:a@h/f?token=t"))
        try table.remove(feed)
      }
    }
  }

  /// The tables as the versions before the table of secrets made them.
  static let earlier = """
    DROP TABLE secret; DROP TABLE poll; DROP TABLE fetch_state; DROP TABLE subscription;
    CREATE TABLE subscription(
      feed TEXT PRIMARY KEY, url TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
      groups TEXT NOT NULL, site TEXT, interval INTEGER, headers TEXT NOT NULL,
      added INTEGER NOT NULL) STRICT;
    CREATE TABLE fetch_state(
      feed TEXT PRIMARY KEY REFERENCES subscription ON DELETE CASCADE,
      state TEXT NOT NULL) STRICT;
    CREATE TABLE poll(
      feed TEXT NOT NULL REFERENCES subscription ON DELETE CASCADE, at INTEGER NOT NULL,
      outcome TEXT NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY(feed, at))
      STRICT, WITHOUT ROWID;
    INSERT INTO subscription VALUES
      ('http://bob:hunter2@h/f', 'http://bob:hunter2@h/f', 'A', '["g"]', NULL, 60, '["X: s3cr3t"]', 1),
      ('http://h/f', 'http://h/f', 'B', '[]', NULL, NULL, '[]', 2),
      ('http://h/k?key=sport', 'http://h/moved?key=sport', 'C', '[]', NULL, NULL, '[]', 3);
    INSERT INTO fetch_state VALUES
      ('http://bob:hunter2@h/f', '{"identity":"http://bob:hunter2@h/f","failures":2}'),
      ('http://h/k?key=sport',
        '{"identity":"http://h/k?key=sport","outcome":{"moved":"http://h/moved?key=sport"}}');
    INSERT INTO poll VALUES
      ('http://bob:hunter2@h/f', 4, 'failed: no http://bob:hunter2@h/f', 5);
    """

  @Test func `the secrets of an earlier store move into their table, and the feeds stay the same`()
    throws
  {
    try store.write { try $0.database.execute(sql: Self.earlier) }
    try store.write { (transaction) throws in
      try SideSchema.prepare(transaction)
      let all = try SubscriptionTable(transaction).all()
      #expect(all.map(\.feed) == ["http://h/f#2", "http://h/f", "http://h/k?key=REDACTED"])
      #expect(
        all.map(\.address) == [
          "http://bob:hunter2@h/f#2", "http://h/f", "http://h/moved?key=sport",
        ])
      #expect(all[0].secrets.headers == ["X: s3cr3t"] && all[0].groups == ["g"])
      let states = try FetchStateTable(transaction).all()
      #expect(states["http://h/f#2"]?.identity == "http://h/f")
      #expect(states["http://h/f#2"]?.failures == 2)
      #expect(states[all[2].feed]?.outcome == .moved(to: "http://h/moved?key=REDACTED"))
      #expect(
        try PollTable(transaction).polls(of: all[0]).map(\.outcome) == ["failed: no http://h/f"])
      for (name, rows) in try transaction.contents where name != "secret" {
        for word in ["hunter2", "sport", "s3cr3t"] {
          #expect(!rows.contains { $0.contains(word) }, "\(word) in \(name)")
        }
      }
      #expect(try SideSchema.faults(in: transaction).isEmpty)
    }
  }

  @Test func `a secret that cannot be read is named, without itself`() throws {
    try store.write { (transaction) throws in
      let secret = Subscription(url: "https://h/?token=t0ken", title: "", added: now)
      _ = try SubscriptionTable(transaction).follow(secret)
      try transaction.database.execute(sql: "UPDATE secret SET parameters = '[\"t0ken\"'")
      let faults = try SideSchema.faults(in: transaction)
      #expect(faults.map(\.row) == [secret.feed])
      #expect(!"\(faults)".contains("t0ken"))
      #expect(try SubscriptionTable(transaction).all().map(\.address) == [nil])
    }
  }
}

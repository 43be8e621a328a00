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
  let feed = Subscription(
    url: "https://example.org/feed", title: "例", groups: ["News", "Asia"], site: nil,
    interval: 3600, headers: ["A: b"], added: Instant("2026-11-23")!)

  init() throws {
    store = try TemporaryStore()
    try store.write { try SideSchema.prepare($0) }
  }

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
    .limited(until: Instant("2026-11-24")!), .refused(why: "r"), .failed(why: "f"),
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
    try store.write { (transaction) throws in
      let table = HostPauseTable(transaction)
      try table.pause("a", until: now.advanced(bySeconds: 60))
      try table.pause("a", until: now.advanced(bySeconds: 30))
      try table.pause("b", until: now)
      #expect(try table.pauses(at: now) == ["a": now.advanced(bySeconds: 60)])
      #expect(try table.pauses(at: now.advanced(bySeconds: 60)).isEmpty)
    }
  }

  @Test func `only one process at a time may fetch`() throws {
    let lock = try FetchLock(of: store.store.path)
    #expect(throws: StoreError.busy) { try FetchLock(of: store.store.path) }
    withExtendedLifetime(lock) {}
    _ = consume lock
    _ = try FetchLock(of: store.store.path)
  }

  @Test func `a store is the same by every name that it has`() throws {
    let path = store.store.path
    let (soft, hard) = (path + "-soft", path + "-hard")
    defer { for name in [soft, hard] { unlink(name) } }
    #expect(symlink(path, soft) == 0 && link(path, hard) == 0)
    let dotted = path.replacing(/\/([^\/]*)$/) { "/./\($0.1)" }
    let lock = try FetchLock(of: path)
    for name in [soft, hard, dotted] {
      #expect(throws: StoreError.busy) { try FetchLock(of: name) }
    }
    withExtendedLifetime(lock) {}
  }

  @Test func `another process that fetches is seen, and gone when it has died`() async throws {
    let path = store.store.path
    let lock = try FetchLock(of: path)
    await #expect(processExitsWith: .success) { [path = path as String] in
      #expect(throws: StoreError.busy) { try FetchLock(of: path) }
    }
    withExtendedLifetime(lock) {}
    _ = consume lock
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let lock = try FetchLock(of: path)
      withExtendedLifetime(lock) { _ = kill(getpid(), SIGKILL) }
    }
    _ = try FetchLock(of: path)
  }

  @Test func `a store that is no longer in its place is missed`() throws {
    let path = store.store.path
    let lock = try FetchLock(of: path)
    try lock.checkStore()
    #expect(rename(path, path + "-away") == 0)
    #expect(throws: StoreError.missing(path: path)) { try lock.checkStore() }
    #expect(throws: StoreError.missing(path: path)) { try FetchLock(of: path) }
    #expect(rename(path + "-away", path) == 0)
    try lock.checkStore()
  }

  /// A process that dies while it reads `subject`.
  private func die(reading subject: String, version: String = "1") async {
    let (path, now) = (store.store.path, now.milliseconds)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [
        path = path as String, subject = subject as String, version = version as String,
        now = now as Int64
      ] in
      let store = try Store(opening: path)
      try store.write {
        try AttemptTable($0).begin(
          subject, named: "x", digest: "d", version: version,
          now: Instant(milliseconds: now))
      }
      kill(getpid(), SIGKILL)
    }
  }

  private func quarantines() throws -> [Quarantine] {
    try store.read { try AttemptTable($0).quarantines() }
  }

  @Test func `what kills the process twice in a row is put into quarantine`() async throws {
    await die(reading: "a")
    #expect(try quarantines().isEmpty)
    await die(reading: "a")
    let quarantine = try #require(try quarantines().first)
    #expect(quarantine.subject == "a" && quarantine.attempts == 2)
    #expect(quarantine.holds(for: "1", at: now))
    #expect(!quarantine.holds(for: "2", at: now), "another version tries again")
    let week = 7 * 86_400
    for (seconds, holds) in [(week - 1, true), (week, false), (-week, false), (1 - week, true)] {
      #expect(quarantine.holds(for: "1", at: now.advanced(bySeconds: seconds)) == holds)
    }
  }

  @Test func `an attempt that ends, well or not, clears those before`() async throws {
    await die(reading: "a")
    try store.write { try AttemptTable($0).end("a") }
    await die(reading: "a")
    #expect(try quarantines().isEmpty)
    await die(reading: "b")
    #expect(try quarantines().isEmpty)
  }

  @Test func `another version that dies too puts it back at once`() async throws {
    for version in ["1", "1", "2"] { await die(reading: "a", version: version) }
    #expect(try quarantines().map { $0.holds(for: "2", at: now) } == [true])
  }

  @Test func `removing a subscription lifts its quarantine`() async throws {
    _ = try store.write { try SubscriptionTable($0).follow(feed) }
    for _ in 0..<2 { await die(reading: feed.feed) }
    try store.write { try SubscriptionTable($0).remove(feed) }
    #expect(try quarantines().isEmpty)
  }

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

extension Transaction {
  /// Every row of every table, as text.
  fileprivate var contents: [String: [String]] {
    get throws {
      let names = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      return Dictionary(
        uniqueKeysWithValues: try names.map { name in
          (name, try Row.fetchAll(database, sql: "SELECT * FROM \"\(name)\"").map { "\($0)" })
        })
    }
  }
}

import EventLog
import EventModel
import FeedFetching
import Foundation
import TestSupport
import Testing

@testable import SideTables

@Suite struct QuarantineTests {
  let now = Instant("2026-11-23T12:00:00Z")!
  let store: TemporaryStore
  let feed = Subscription.full

  init() throws { store = try .withSideTables() }

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
}

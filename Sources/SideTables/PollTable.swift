package import EventLog
import EventModel
import GRDB

/// The last polls of each feed, inside a transaction of their store.
package struct PollTable {
  /// So many are kept of a feed.
  package static let kept = 30

  let database: Database

  package init(_ transaction: Transaction) { database = transaction.database }

  package func add(_ poll: Poll, of subscription: Subscription) throws {
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO poll(feed, at, outcome, bytes) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [subscription.feed, poll.at.milliseconds, poll.outcome, poll.bytes])
    try database.cachedStatement(
      sql: """
        DELETE FROM poll WHERE feed = :feed AND at <= (
          SELECT at FROM poll WHERE feed = :feed ORDER BY at DESC LIMIT 1 OFFSET :kept)
        """
    ).execute(arguments: ["feed": subscription.feed, "kept": PollTable.kept])
  }

  /// The last one first.
  package func polls(of subscription: Subscription) throws -> [Poll] {
    let rows = try database.rows(
      of: "poll", "SELECT at, outcome, bytes FROM poll WHERE feed = ? ORDER BY at DESC",
      [subscription.feed])
    return rows.compactMap { row in
      Instant(stored: row[0]).map { Poll(at: $0, outcome: row[1], bytes: row[2]) }
    }
  }
}

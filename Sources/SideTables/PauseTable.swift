package import EventLog
package import EventModel
import FeedFetching
import GRDB

/// Who wants no request before some moment, inside a transaction of their store: hosts, and single
/// feeds under their own name.
package struct PauseTable {
  let database: Database

  package init(_ transaction: Transaction) { database = transaction.database }

  /// A shorter pause does not end a longer one.
  package func pause(_ subject: String, since now: Instant, until moment: Instant) throws {
    try database.execute(
      sql: """
        INSERT INTO pause(subject, since, until) VALUES (?, ?, ?)
        ON CONFLICT(subject) DO UPDATE SET since = excluded.since,
          until = max(until, excluded.until)
        """, arguments: [subject, now.milliseconds, moment.milliseconds])
  }

  /// The pauses that are not over, by subject; those that are over are forgotten.
  package func pauses(at now: Instant) throws -> [String: Pause] {
    try database.execute(sql: "DELETE FROM pause WHERE until <= ?", arguments: [now.milliseconds])
    let rows = try Row.fetchAll(database, sql: "SELECT subject, since, until FROM pause")
    return Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        guard let since = Instant(stored: row[1]), let until = Instant(stored: row[2]) else {
          return nil
        }
        return (row[0], Pause(since: since, until: until))
      })
  }
}

/// A time in which a server wants no request.
package struct Pause: Equatable, Sendable {
  /// When it last said so.
  package let since: Instant
  package let until: Instant

  /// Whether a feed is left alone now. One that a person names is asked again after a day.
  package func holds(forNamed isNamed: Bool, at now: Instant) -> Bool {
    until > now && !(isNamed && now.seconds(since: since) > 86_400)
  }
}

package import EventLog
package import EventModel
import GRDB

/// The hosts that want no request before some moment, inside a transaction of their store.
package struct HostPauseTable {
  let database: Database

  package init(_ transaction: Transaction) { database = transaction.database }

  /// A shorter pause does not end a longer one.
  package func pause(_ host: String, until moment: Instant) throws {
    try database.execute(
      sql: """
        INSERT INTO host_pause(host, until) VALUES (?, ?)
        ON CONFLICT(host) DO UPDATE SET until = max(until, excluded.until)
        """, arguments: [host, moment.milliseconds])
  }

  /// The pauses that are not over, by host; those that are over are forgotten.
  package func pauses(at now: Instant) throws -> [String: Instant] {
    try database.execute(
      sql: "DELETE FROM host_pause WHERE until <= ?", arguments: [now.milliseconds])
    let rows = try Row.fetchAll(database, sql: "SELECT host, until FROM host_pause")
    return Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        Instant(stored: row[1]).map { (row[0], $0) }
      })
  }
}

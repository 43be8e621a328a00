public import EventLog
import GRDB
import EventModel
import JSONText

/// The feeds that are followed, inside a transaction of their store.
public struct SubscriptionTable {
  let database: Database

  public init(_ transaction: Transaction) { database = transaction.database }

  /// In the order in which they were added.
  public func all() throws -> [Subscription] {
    try Row.fetchAll(database, sql: "SELECT * FROM subscription ORDER BY rowid").map(subscription)
  }

  /// False when the address is followed already.
  public func insert(_ new: Subscription) throws -> Bool {
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO subscription(feed, url, title, groups, site, interval, headers, added)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        new.feed, new.url, new.title, text(new.groups), new.site, new.interval, text(new.headers),
        new.added.milliseconds,
      ])
    return database.changesCount > 0
  }

  /// Removes it with its fetch state; its items stay in the log.
  public func remove(_ subscription: Subscription) throws {
    try database.execute(
      sql: "DELETE FROM subscription WHERE feed = ?", arguments: [subscription.feed])
  }

  /// Follows the feed to a new address; false when another subscription has that one.
  public func move(_ subscription: Subscription, to url: String) throws -> Bool {
    try database.execute(
      sql: "UPDATE OR IGNORE subscription SET url = ? WHERE feed = ?",
      arguments: [url, subscription.feed])
    return database.changesCount > 0
  }

  private func subscription(_ row: Row) throws -> Subscription {
    Subscription(
      feed: row["feed"], url: row["url"], title: row["title"],
      groups: try JSON.parse(row["groups"] as String).elements?.compactMap(\.string) ?? [],
      site: row["site"], interval: row["interval"],
      headers: try JSON.parse(row["headers"] as String).elements?.compactMap(\.string) ?? [],
      added: Instant(milliseconds: row["added"]))
  }

  private func text(_ values: [String]) -> String { JSON.strings(values).text }
}

public import EventLog
import GRDB
import EventModel
import JSONText

/// The feeds that are followed, inside a transaction of their store.
public struct SubscriptionTable {
  let database: Database

  public init(_ transaction: Transaction) { database = transaction.database }

  /// In the order in which they were added. What cannot be read of one is left out of it.
  public func all() throws -> [Subscription] { try rows().map(\.subscription) }

  /// What cannot be read.
  public func faults() throws -> [Unreadable] { try rows().flatMap(\.faults) }

  public func contains(_ subscription: Subscription) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM subscription WHERE feed = ?)",
      arguments: [subscription.feed])!
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

  /// Removes it with all that is remembered of it; its items stay in the log.
  public func remove(_ subscription: Subscription) throws {
    try database.execute(
      sql: "DELETE FROM attempt WHERE subject = ?", arguments: [subscription.feed])
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

  private func rows() throws -> [(subscription: Subscription, faults: [Unreadable])] {
    try Row.fetchAll(database, sql: "SELECT * FROM subscription ORDER BY rowid").map(subscription)
  }

  private func subscription(_ row: Row) -> (subscription: Subscription, faults: [Unreadable]) {
    let groups = texts(row["groups"])
    let headers = texts(row["headers"])
    let interval: Int? = row["interval"]
    let span = interval.flatMap { (1...8_640_000_000).contains($0) ? $0 : nil }
    let added = Instant(stored: row["added"])
    let subscription = Subscription(
      feed: row["feed"], url: row["url"], title: row["title"], groups: groups ?? [],
      site: row["site"], interval: span, headers: headers ?? [],
      added: added ?? Instant(milliseconds: 0))
    let unread = [
      ("groups", groups == nil), ("headers", headers == nil), ("interval", span != interval),
      ("added", added == nil),
    ]
    let faults = unread.filter(\.1).map { column, _ in
      Unreadable(
        table: "subscription", row: subscription.feed, reason: "its \(column) cannot be read")
    }
    return (subscription, faults)
  }

  private func texts(_ list: String) -> [String]? {
    let texts = (try? JSON.parse(list))?.elements?.map(\.string)
    return texts?.contains(nil) == true ? nil : texts?.compactMap(\.self)
  }

  private func text(_ values: [String]) -> String { JSON.strings(values).text }
}

package import EventLog
import EventModel
import GRDB
import JSONText

/// The feeds that are followed, inside a transaction of their store.
package struct SubscriptionTable {
  /// What following a feed came to.
  package enum Following: Equatable, Sendable {
    case added
    /// It was followed already.
    case known
    /// It was followed already, and is asked with these passwords and headers from now on.
    case renewed
  }

  let database: Database

  package init(_ transaction: Transaction) { database = transaction.database }

  /// In the order in which they were added. What cannot be read of one is left out of it.
  package func all() throws -> [Subscription] { try rows().map(\.subscription) }

  /// What cannot be read.
  package func faults() throws -> [Unreadable] {
    try rows().flatMap(\.faults) + SecretTable(database).faults()
  }

  package func contains(_ subscription: Subscription) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM subscription WHERE feed = ?)",
      arguments: [subscription.feed])!
  }

  /// Follows a feed. Addresses that differ in nothing but a parameter that is kept secret are
  /// different feeds; the later one is told apart by a number behind a `#`.
  package func follow(_ new: Subscription) throws -> Following {
    let alike = try rows(alike: new.url)
    if let known = alike.first(where: { $0.hasRoom(for: new.secrets.values) }) {
      let secrets = known.secrets.renewed(by: new.secrets)
      if new.allowsPrivate { try note(title: known.title, isPrivate: true, of: known) }
      guard secrets != known.secrets else { return .known }
      try SecretTable(database).save(secrets, of: known.feed)
      return .renewed
    }
    let marks = [""] + (2...alike.count + 2).map { "#\($0)" }
    let mark = marks.first { mark in !alike.contains { $0.isAt(new.url + mark) } }!
    try database.execute(
      sql: """
        INSERT INTO subscription(feed, url, title, groups, site, interval, private, added)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        new.feed + mark, new.url + mark, new.title, JSON.strings(new.groups).text, new.site,
        new.interval, new.allowsPrivate, new.added.milliseconds,
      ])
    try SecretTable(database).save(new.secrets, of: new.feed + mark)
    return .added
  }

  /// Removes it with all that is remembered of it; its items stay in the log.
  package func remove(_ subscription: Subscription) throws {
    try database.execute(
      sql: "DELETE FROM attempt WHERE subject = ?", arguments: [subscription.feed])
    try database.execute(
      sql: "DELETE FROM subscription WHERE feed = ?", arguments: [subscription.feed])
  }

  /// Follows the feed to a new address, given with its secrets; false when another subscription has
  /// that one.
  package func move(_ subscription: Subscription, to address: String) throws -> Bool {
    try database.execute(
      sql: "UPDATE OR IGNORE subscription SET url = ? WHERE feed = ?",
      arguments: [Redaction.address(address), subscription.feed])
    guard database.changesCount > 0 else { return false }
    let secrets = FeedSecrets(of: address, headers: subscription.secrets.headers)
    try SecretTable(database).save(secrets, of: subscription.feed)
    return true
  }

  /// Writes down what a successful poll has shown: the feed's title, and that its address is private and
  /// was permitted, which it is from now on.
  func note(title: String, isPrivate: Bool, of subscription: Subscription) throws {
    try database.cachedStatement(
      sql: """
        UPDATE subscription SET title = :title, private = max(private, :private)
        WHERE feed = :feed AND (title <> :title OR private < :private)
        """
    ).execute(arguments: ["title": title, "private": isPrivate, "feed": subscription.feed])
  }

  private func rows() throws -> [(subscription: Subscription, faults: [Unreadable])] {
    let secrets = try SecretTable(database).all()
    let query = "SELECT * FROM subscription ORDER BY rowid"
    return try database.rows(of: "subscription", query).map {
      subscription($0, secrets[$0["feed"]] ?? FeedSecrets())
    }
  }

  /// Those at an address, and those that differ from them in their secrets alone: `address#2`.
  private func rows(alike address: String) throws -> [Subscription] {
    let isNew =
      try Row.fetchOne(
        database, sql: "SELECT 1 FROM subscription WHERE feed = :url OR url = :url",
        arguments: ["url": address]) == nil
    return isNew
      ? []
      : try all().filter { known in
        known.isAt(address) || [known.url, known.feed].contains { $0.hasPrefix(address + "#") }
      }
  }

  private func subscription(
    _ row: Row, _ secrets: FeedSecrets
  ) -> (subscription: Subscription, faults: [Unreadable]) {
    let groups = JSON.texts(row["groups"])
    let interval: Int? = row["interval"]
    let span = interval.flatMap { (1...8_640_000_000).contains($0) ? $0 : nil }
    let added = Instant(stored: row["added"])
    let subscription = Subscription(
      feed: row["feed"], url: row["url"], title: row["title"], groups: groups ?? [],
      site: row["site"], interval: span, secrets: secrets,
      allowsPrivate: row["private"] ?? false, added: added ?? Instant(milliseconds: 0))
    let unread = [
      ("groups", groups == nil), ("interval", span != interval), ("added", added == nil),
    ]
    let faults = unread.filter(\.1).map { column, _ in
      Unreadable(
        table: "subscription", row: subscription.feed, reason: "its \(column) cannot be read")
    }
    return (subscription, faults)
  }
}

extension Subscription {
  /// Whether it may be asked with these values of its parameters: they are its own, or it has none.
  fileprivate func hasRoom(for values: [String]) -> Bool {
    secrets.values == values || secrets.values.isEmpty || values.isEmpty
  }
}

extension FeedSecrets {
  /// With what is given anew; the rest stays.
  fileprivate func renewed(by new: FeedSecrets) -> FeedSecrets {
    FeedSecrets(
      userinfo: new.userinfo ?? userinfo, values: new.values.isEmpty ? values : new.values,
      headers: new.headers.isEmpty ? headers : new.headers)
  }
}

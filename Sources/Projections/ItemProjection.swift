import EventLog
package import EventModel
package import Foundation
import GRDB
import JSONText

/// The items that feeds have served, and every name under which one may come back.
enum ItemProjection: Projection {
  static let name = "items"
  static let version = 7
  static let tables = ["feed", "item", "item_key", "item_fts"]

  static let schema = """
    CREATE TABLE feed(
      feed INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
      since INTEGER NOT NULL, secrets INTEGER NOT NULL) STRICT;
    CREATE TABLE item(
      row INTEGER PRIMARY KEY, item INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER,
      state INTEGER NOT NULL, revisions INTEGER NOT NULL, first BLOB NOT NULL,
      fingerprint BLOB NOT NULL, feed INTEGER NOT NULL) STRICT;
    CREATE INDEX item_item ON item(item);
    CREATE TABLE item_key(
      feed INTEGER NOT NULL, key TEXT NOT NULL, item INTEGER NOT NULL, since INTEGER NOT NULL,
      PRIMARY KEY(feed, key)) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE item_fts USING fts5(words, content='', tokenize='unicode61');
    """

  static let indexes = [
    "item_feed ON item(feed, item)", "item_until ON item(until) WHERE until IS NOT NULL",
  ]

  static func apply(_ change: Change, of record: Record, by writer: TableWriter) throws {
    switch change {
    case .itemObserved(let item):
      let print = SQLValue.blob(Array(item.fingerprint))
      let number = SQLValue.integer(record.position)
      let feed = try feed(item, at: record.position, by: writer)
      let row = try items.begin(
        [number, number, .integer(0), print, print, .integer(feed)], at: record.position,
        by: writer)
      try addWords(of: item, row, by: writer)
      try addKeys(of: item, in: feed, naming: record.position, at: record.position, by: writer)
    case .itemRevised(let revision):
      guard let item = try Log(writer.database).position(of: revision.item),
        let former = try state(of: item, in: writer.database)
      else { throw ProjectionFault(reason: "there is no item \(revision.item)") }
      try items.end([.integer(item)], at: record.position, by: writer)
      let feed = try feed(revision.current, at: record.position, by: writer)
      let row = try items.begin(
        [
          .integer(item), .integer(record.position), SQLValue(former.revisions + 1),
          .blob(Array(former.first)), .blob(Array(revision.current.fingerprint)), .integer(feed),
        ], at: record.position, by: writer)
      try addWords(of: revision.current, row, by: writer)
      try addKeys(of: revision.current, in: feed, naming: item, at: record.position, by: writer)
    default: break
    }
  }

  private static let items = BitemporalTable(
    "item", key: ["item"], columns: ["state", "revisions", "first", "fingerprint", "feed"])
  private static let feeds = StoredTable(
    "feed", number: "feed", ["name", "title", "since", "secrets"])
  private static let keys = StoredTable("item_key", ["feed", "key", "item", "since"], isOnce: true)

  static func state(of item: Int64, in database: Database) throws -> StoredItem? {
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT * FROM item WHERE item = ? AND until IS NULL"),
      arguments: [item]
    ).map(StoredItem.init)
  }

  private static func addWords(
    of item: ItemObservation, _ row: Int64, by writer: TableWriter
  ) throws {
    try SQLStatement("INSERT INTO item_fts(rowid, words) VALUES (?, ?)", in: writer.database)
      .run(.integer(row), .text(SearchWords.spaced(item.searchText)))
  }

  private static func addKeys(
    of item: ItemObservation, in feed: Int64, naming number: Int64, at position: Int64,
    by writer: TableWriter
  ) throws {
    for key in [item.key] + item.aliases {
      try keys.insert(
        [.integer(feed), .text(key), .integer(number), .integer(position)], by: writer)
    }
  }

  /// The feed of an item; `secrets` counts the records that name it with a password or a key, as
  /// annals wrote them before these had a table of their own.
  private static func feed(
    _ item: ItemObservation, at position: Int64, by writer: TableWriter
  ) throws -> Int64 {
    let secrets = item.feedAlias == item.feed ? 0 : 1
    guard let known = try number(ofFeed: item.feedAlias, in: writer.database) else {
      return try feeds.insert(
        [.text(item.feedAlias), .text(item.feedTitle), .integer(position), SQLValue(secrets)],
        by: writer)
    }
    if secrets > 0 {
      let before =
        try SQLStatement(
          "SELECT secrets FROM feed WHERE feed = ?", in: writer.database
        ).integer(.integer(known)) ?? 0
      try feeds.set(
        "secrets", from: .integer(before), to: .integer(before + 1), where: "feed = ?",
        [.integer(known)], by: writer)
    }
    return known
  }

  /// The words of every row of `item`, as the index has them.
  static func forEachText(
    of database: Database, _ body: (_ row: Int64, _ words: String) throws -> Void
  ) throws {
    let log = Log(database)
    let rows = try Row.fetchCursor(database, sql: "SELECT row, state FROM item ORDER BY row")
    while let row = try rows.next() {
      guard let item = try log.record(at: row[1])?.change.item else { continue }
      try body(row[0], SearchWords.spaced(item.searchText))
    }
  }

  static func number(ofFeed name: String, in database: Database) throws -> Int64? {
    try SQLStatement("SELECT feed FROM feed WHERE name = ?", in: database).integer(.text(name))
  }
}

/// What the store knows of an item.
package struct StoredItem: Equatable, Sendable {
  /// The position of the record that first observed it.
  package let item: Int64
  /// The position of the record that tells its latest state.
  package let state: Int64
  package let revisions: Int
  /// The fingerprint under which it was first seen.
  package let first: Data
  /// Says whether an item that comes back is the same, without reading the record.
  package let fingerprint: Data

  init(_ row: Row) {
    item = row["item"]
    state = row["state"]
    revisions = row["revisions"]
    first = row["first"]
    fingerprint = row["fingerprint"]
  }
}

extension Snapshot {
  /// The item that bears one of these names in a feed; the names are tried in order, and an item found
  /// under one is taken where `isSame` says so.
  package func item(
    of feed: String, keys: [String],
    where isSame: (_ key: String, StoredItem) throws -> Bool = { _, _ in true }
  ) throws -> StoredItem? {
    guard let feed = try ItemProjection.number(ofFeed: Redaction.address(feed), in: database) else {
      return nil
    }
    let statement = try database.cachedStatement(
      sql: """
        SELECT item.* FROM item_key JOIN item ON item.item = item_key.item
        WHERE item_key.feed = :feed AND key = :key AND item_key.since <= :position
        AND \(BitemporalTable.holds("item"))
        """)
    for key in keys {
      if let row = try Row.fetchOne(
        statement, arguments: ["feed": feed, "key": key, "position": position])
      {
        let item = StoredItem(row)
        if try isSame(key, item) { return item }
      }
    }
    return nil
  }

  /// All items, in the order in which the log learned of them; a batch at a time.
  package func items(after item: Int64, limit: Int) throws -> [StoredItem] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT * FROM item WHERE item > :after AND \(BitemporalTable.holds("item"))
          ORDER BY item LIMIT :limit
          """), arguments: ["after": item, "position": position, "limit": limit]
    ).map(StoredItem.init)
  }

  /// The item as the record of its latest state tells it, and the id of its first record.
  package func observation(of item: StoredItem) throws -> (id: RecordID, item: ItemObservation)? {
    guard let id = try log.id(at: item.item) else { return nil }
    return try log.record(at: item.state)?.change.item.map { (id, $0) }
  }

  /// How many records name a feed with a password or a key in its address. Of now, whatever the
  /// snapshot.
  package func secretCount() throws -> Int {
    try Int.fetchOne(database, sql: "SELECT coalesce(sum(secrets), 0) FROM feed") ?? 0
  }

  package func itemCounts() throws -> (feeds: Int, items: Int) {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT (SELECT count(*) FROM feed WHERE since <= :position),
        (SELECT :rows - count(*) FROM item WHERE until <= :position)
        """, arguments: ["position": position, "rows": lastRow(of: "item")])!
    return (row[0], row[1])
  }
}

extension Change {
  /// The item that it observes, as it then is.
  var item: ItemObservation? {
    switch self {
    case .itemObserved(let observation): observation
    case .itemRevised(let revision): revision.current
    default: nil
    }
  }
}

extension ItemObservation {
  /// What it can be found by.
  var searchText: String {
    [title, summary, content].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Sixteen bytes of a SHA-256 over what a reader would call the item: a change of these is a
  /// revision, a change of anything else is not.
  package var fingerprint: Data {
    let parts: [JSON] = [url ?? "", title, summary, content, claimed ?? ""].map(JSON.string)
    return Data(Digest.sha256(of: JSON.array(parts).bytes).bytes.prefix(16))
  }
}

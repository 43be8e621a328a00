public import EventModel
import Foundation
public import GRDB

/// The items that feeds have served, and every name under which one may come back.
public enum ItemProjection: Projection {
  public static let name = "items"
  public static let version = 1
  public static let tables = ["feed", "item", "item_key"]

  public static let schema = """
    CREATE TABLE feed(
      feed TEXT PRIMARY KEY, title TEXT NOT NULL, since INTEGER NOT NULL,
      items INTEGER NOT NULL) STRICT;
    CREATE TABLE item(
      item BLOB PRIMARY KEY, since INTEGER NOT NULL, latest INTEGER NOT NULL,
      revisions INTEGER NOT NULL, first BLOB NOT NULL, fingerprint BLOB NOT NULL) STRICT;
    CREATE TABLE item_key(
      feed TEXT NOT NULL, key TEXT NOT NULL, item BLOB NOT NULL,
      PRIMARY KEY(feed, key)) STRICT, WITHOUT ROWID;
    """

  public static func apply(_ record: Record, to database: Database) throws {
    switch record.change {
    case .itemObserved(let item):
      try database.cachedStatement(
        sql: """
          INSERT INTO feed(feed, title, since, items) VALUES (?, ?, ?, 1)
          ON CONFLICT(feed) DO UPDATE SET items = items + 1
          """
      ).execute(arguments: [item.feed, item.feedTitle, record.position])
      try database.cachedStatement(
        sql: """
          INSERT INTO item(item, since, latest, revisions, first, fingerprint)
          VALUES (?, ?, ?, 0, ?, ?)
          """
      ).execute(arguments: [
        Data(record.id.bytes), record.position, record.position, item.fingerprint,
        item.fingerprint,
      ])
      try addKeys(of: item, naming: record.id, to: database)
    case .itemRevised(let revision):
      try database.cachedStatement(
        sql: """
          UPDATE item SET latest = ?, revisions = revisions + 1, fingerprint = ? WHERE item = ?
          """
      ).execute(arguments: [
        record.position, revision.current.fingerprint, Data(revision.item.bytes),
      ])
      try addKeys(of: revision.current, naming: revision.item, to: database)
    default: break
    }
  }

  private static func addKeys(
    of item: ItemObservation, naming id: RecordID, to database: Database
  ) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO item_key(feed, key, item) VALUES (?, ?, ?)")
    for key in [item.key] + item.aliases {
      try statement.execute(arguments: [item.feed, key, Data(id.bytes)])
    }
  }
}

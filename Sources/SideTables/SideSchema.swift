package import EventLog
import EventModel
import GRDB
import JSONText

/// The tables of what is followed, how its fetching stands, and what readers have looked at. They stand
/// beside the log, not in it: losing them loses no fact about the world.
package enum SideSchema {
  /// Makes the tables that are missing.
  package static func prepare(_ transaction: Transaction) throws {
    let database = transaction.database
    let isCurrent = try database.tableExists("secret")
    try database.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS subscription(
          feed TEXT PRIMARY KEY, url TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
          groups TEXT NOT NULL, site TEXT, interval INTEGER, added INTEGER NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS secret(
          feed TEXT PRIMARY KEY REFERENCES subscription ON DELETE CASCADE,
          userinfo TEXT, parameters TEXT NOT NULL, headers TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS fetch_state(
          feed TEXT PRIMARY KEY REFERENCES subscription ON DELETE CASCADE,
          state TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS poll(
          feed TEXT NOT NULL REFERENCES subscription ON DELETE CASCADE, at INTEGER NOT NULL,
          outcome TEXT NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY(feed, at))
          STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS attempt(
          subject TEXT PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL,
          version TEXT NOT NULL, unfinished INTEGER NOT NULL, at INTEGER NOT NULL)
          STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS pause(
          subject TEXT PRIMARY KEY, since INTEGER NOT NULL, until INTEGER NOT NULL)
          STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS reader(
          name TEXT PRIMARY KEY, position INTEGER NOT NULL, at INTEGER NOT NULL,
          shown INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS item_read(
          reader TEXT NOT NULL, item INTEGER NOT NULL, PRIMARY KEY(reader, item))
          STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS reading(
          reader TEXT NOT NULL, content TEXT NOT NULL, feed TEXT NOT NULL, key TEXT NOT NULL,
          reading TEXT, attempts INTEGER NOT NULL, disputed INTEGER NOT NULL,
          noted INTEGER NOT NULL, PRIMARY KEY(reader, content)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS reading_day(
          day INTEGER PRIMARY KEY, items INTEGER NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS vector(
          encoder TEXT NOT NULL, state INTEGER NOT NULL, numbers BLOB NOT NULL,
          PRIMARY KEY(encoder, state)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS skip(
          id TEXT NOT NULL, question TEXT NOT NULL, at INTEGER NOT NULL,
          PRIMARY KEY(id, question)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS alert(
          name TEXT NOT NULL, event TEXT NOT NULL, number INTEGER NOT NULL,
          position INTEGER NOT NULL, title TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL,
          reason TEXT NOT NULL, PRIMARY KEY(name, event, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS alert_place(
          name TEXT PRIMARY KEY, since INTEGER NOT NULL, position INTEGER NOT NULL)
          STRICT, WITHOUT ROWID;
        """)
    if !isCurrent { try SecretMigration(database).run() }
    if try lacksPermission(database) {
      try database.execute(
        sql: "ALTER TABLE subscription ADD COLUMN private INTEGER NOT NULL DEFAULT 0")
    }
    if try database.tableExists("host_pause") {
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO pause SELECT host, until, until FROM host_pause;
          DROP TABLE host_pause
          """)
    }
  }

  private static func lacksPermission(_ database: Database) throws -> Bool {
    try !database.columns(in: "subscription").contains { $0.name == "private" }
  }

  /// Whether they are as an earlier version made them: with secrets among what is shown, or without a
  /// place for permissions.
  package static func isOutOfDate(_ transaction: Transaction) throws -> Bool {
    let database = transaction.database
    guard try database.tableExists("subscription") else { return false }
    return try !database.tableExists("secret") || lacksPermission(database)
  }

  /// The rows that cannot be read, of all tables: what `annals check` names.
  package static func faults(in transaction: Transaction) throws -> [Unreadable] {
    try SubscriptionTable(transaction).faults() + FetchStateTable(transaction).faults()
  }
}

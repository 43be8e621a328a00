import GRDB

/// The tables of the log itself, and how stores of earlier versions are brought to them. Projections
/// bring their own.
enum Schema {
  /// `anls`, which `file` and `PRAGMA application_id` show.
  static let applicationID = 0x616E_6C73

  /// The version that a store has after all migrations, in its `user_version`.
  static var version: Int { migrations.count }

  /// Makes the tables of a store of today.
  static func create(in database: Database) throws {
    for migration in migrations { try database.execute(sql: migration) }
  }

  /// The migrations that a store of a version lacks. Each was released once and is never changed.
  static func migrations(after version: Int) -> ArraySlice<String> { migrations.dropFirst(version) }

  private static let migrations = [first, second, third]

  private static let first = """
    CREATE TABLE record(
      position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, type INTEGER NOT NULL,
      recorded INTEGER NOT NULL, data TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
    CREATE TRIGGER record_is_not_changed BEFORE UPDATE ON record
      BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END;
    CREATE TRIGGER record_is_not_deleted BEFORE DELETE ON record
      BEGIN SELECT RAISE(ABORT, 'a record is never deleted'); END;
    CREATE TRIGGER record_follows_the_last BEFORE INSERT ON record
      WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM record)
      BEGIN SELECT RAISE(ABORT, 'a record follows the last one'); END;
    CREATE TRIGGER record_is_not_replaced BEFORE INSERT ON record
      WHEN EXISTS (SELECT 1 FROM record WHERE id = NEW.id)
      BEGIN SELECT RAISE(ABORT, 'a record is never replaced'); END;
    CREATE TABLE projection(
      name TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL,
      PRIMARY KEY(name, version)) STRICT;
    CREATE TABLE projection_error(
      name TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL, error TEXT NOT NULL,
      PRIMARY KEY(name, version, position)) STRICT;
    """

  /// Types by name; the store's id; the tables of all projections of the first version go, since
  /// they are folded anew.
  private static let second = """
    CREATE TABLE record_type(
      type INTEGER PRIMARY KEY, name TEXT NOT NULL, version INTEGER NOT NULL,
      UNIQUE(name, version)) STRICT;
    CREATE TRIGGER record_type_is_not_changed BEFORE UPDATE ON record_type
      BEGIN SELECT RAISE(ABORT, 'a type is never changed'); END;
    CREATE TRIGGER record_type_is_not_deleted BEFORE DELETE ON record_type
      BEGIN SELECT RAISE(ABORT, 'a type is never deleted'); END;
    CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO setting VALUES ('store', lower(hex(randomblob(16))));
    DROP TABLE projection;
    DROP TABLE projection_error;
    CREATE TABLE projection(
      name TEXT PRIMARY KEY, version INTEGER NOT NULL, position INTEGER NOT NULL,
      skipped INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
    CREATE TABLE projection_error(
      name TEXT NOT NULL, position INTEGER NOT NULL, error TEXT NOT NULL,
      PRIMARY KEY(name, position)) STRICT, WITHOUT ROWID;
    DROP TABLE IF EXISTS search_fts;
    DROP TABLE IF EXISTS search_text;
    DROP TABLE IF EXISTS report_actor;
    DROP TABLE IF EXISTS report;
    DROP TABLE IF EXISTS measure;
    DROP TABLE IF EXISTS feed;
    DROP TABLE IF EXISTS item;
    DROP TABLE IF EXISTS item_key;
    DROP TABLE IF EXISTS sequence;
    DROP TABLE IF EXISTS phase;
    DROP TABLE IF EXISTS forecast;
    """

  /// The digests of a projection's tables, eight bytes for each in their order.
  private static let third = "ALTER TABLE projection ADD COLUMN digests BLOB NOT NULL DEFAULT x'';"
}

/// The tables of the log itself; projections bring their own.
enum Schema {
  /// `anls`, which `file` and `PRAGMA application_id` show.
  static let applicationID = 0x616E_6C73
  static let version = 1

  static let sql = """
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
}

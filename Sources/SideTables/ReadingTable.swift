package import EventLog
package import EventModel
import GRDB

/// What a second reader has read of items, and what it is still to be asked about, inside a transaction
/// of their store.
///
/// A reading is known by the reader (`model:NAME@DIGEST`) and the digest of what it read, so that nothing
/// is asked twice; an item that waits for its reading stands here without one.
package struct ReadingTable {
  /// A row as it stands.
  package struct Entry: Equatable, Sendable {
    /// The digest of what was to be read.
    package let content: String
    /// By which the log knows the item; both empty where no log holds it.
    package let feed: String
    package let key: String
    /// The reading as JSON; nil while there is none.
    package let reading: String?
    /// How often it was asked about.
    package let attempts: Int
    /// Whether the coder by itself finds another first type.
    package let isDisputed: Bool
  }

  let database: Database

  package init(_ transaction: Transaction) { database = transaction.database }

  /// All that one reader has read or is to read, the first noted first.
  package func all(of reader: String) throws -> [Entry] {
    try rows("WHERE reader = ? ORDER BY noted, content", [reader])
  }

  /// What readers take for something else than the coder does by itself, the last noted first.
  package func disputed() throws -> [Entry] {
    try rows("WHERE disputed ORDER BY noted DESC, content", [])
  }

  private func rows(_ condition: String, _ arguments: StatementArguments) throws -> [Entry] {
    try database.rows(
      of: "reading",
      "SELECT content, feed, key, reading, attempts, disputed FROM reading \(condition)", arguments
    ).map { row in
      Entry(
        content: row[0], feed: row[1], key: row[2], reading: row[3], attempts: row[4],
        isDisputed: row[5])
    }
  }

  /// Notes that an item waits for its reading.
  ///
  /// - Parameter isAsked: whether it is about to be asked about, or only owed a question.
  package func note(
    _ content: String, of feed: String, key: String, by reader: String, isAsked: Bool,
    at now: Instant
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO reading(reader, content, feed, key, attempts, disputed, noted)
        VALUES (:reader, :content, :feed, :key, :attempts, 0, :now)
        ON CONFLICT(reader, content) DO UPDATE SET attempts = attempts + :attempts,
          feed = CASE WHEN feed = '' THEN :feed ELSE feed END,
          key = CASE WHEN key = '' THEN :key ELSE key END
        """
    ).execute(arguments: [
      "reader": reader, "content": content, "feed": feed, "key": key,
      "attempts": isAsked ? 1 : 0, "now": now.milliseconds,
    ])
  }

  /// Keeps a reading of what was noted before.
  package func save(
    _ reading: String, isDisputed: Bool, of content: String, by reader: String
  ) throws {
    try database.cachedStatement(
      sql: "UPDATE reading SET reading = ?, disputed = ? WHERE reader = ? AND content = ?"
    ).execute(arguments: [reading, isDisputed, reader, content])
  }

  /// Takes items off a day's budget, as many as are left of it; says how many.
  package func reserve(_ count: Int, of limit: Int, on day: CivilDay) throws -> Int {
    let spent =
      try Int.fetchOne(
        database, sql: "SELECT items FROM reading_day WHERE day = ?", arguments: [day.number]) ?? 0
    let granted = max(0, min(count, limit - spent))
    try database.execute(
      sql: """
        INSERT INTO reading_day(day, items) VALUES (:day, :items)
        ON CONFLICT(day) DO UPDATE SET items = items + :items
        """, arguments: ["day": day.number, "items": granted])
    return granted
  }
}

package import EventLog
package import EventModel
import GRDB

/// How far a reader had got when they looked at what was new.
package struct Look: Equatable, Sendable {
  /// The end of the log then.
  package let position: Int64
  package let at: Instant

  package init(position: Int64, at: Instant) {
    self.position = position
    self.at = at
  }
}

/// What readers have looked at, inside a transaction of their store: where each last looked, and which
/// items each has read. Judgements are records; attention is not.
package struct ReaderTable {
  let database: Database

  package init(_ transaction: Transaction) { database = transaction.database }

  /// The last look of a reader, and from where on it showed what was new; nil for one who has not looked.
  package func lastLook(of reader: String) throws -> (look: Look, shown: Int64)? {
    let rows = try database.rows(
      of: "reader", "SELECT position, at, shown FROM reader WHERE name = ?", [reader])
    guard let row = rows.first, let at = Instant(stored: row[1]) else { return nil }
    return (Look(position: row[0], at: at), row[2])
  }

  /// Notes that a reader has looked at what was new after a position. Where nothing was, what the look
  /// before showed can still be shown again.
  package func note(_ look: Look, after place: Int64, of reader: String) throws {
    try database.execute(
      sql: """
        INSERT INTO reader(name, position, at, shown) VALUES (:name, :position, :at, :place)
        ON CONFLICT(name) DO UPDATE SET at = :at,
          shown = CASE WHEN position < :position THEN :place ELSE shown END,
          position = max(position, :position)
        """,
      arguments: [
        "name": reader, "position": look.position, "at": look.at.milliseconds, "place": place,
      ])
  }

  /// The items that a reader has read, by the positions of the records that observed them.
  package func itemsRead(by reader: String) throws -> Set<Int64> {
    Set(
      try database.rows(of: "item_read", "SELECT item FROM item_read WHERE reader = ?", [reader])
        .map { $0[0] })
  }

  /// Notes that a reader has read items, or not; says how many that changes.
  @discardableResult
  package func note(
    _ items: some Sequence<Int64>, areRead: Bool, by reader: String
  ) throws -> Int {
    let statement = try database.cachedStatement(
      sql: areRead
        ? "INSERT OR IGNORE INTO item_read(reader, item) VALUES (?, ?)"
        : "DELETE FROM item_read WHERE reader = ? AND item = ?")
    return try items.reduce(0) { count, item in
      try statement.execute(arguments: [reader, item])
      return count + database.changesCount
    }
  }
}

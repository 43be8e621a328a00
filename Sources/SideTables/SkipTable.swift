package import EventLog
package import EventModel
import GRDB

/// The questions of reviews that were passed over, inside a transaction of their store: they are asked
/// after all others, those first that were passed over first.
package struct SkipTable {
  let database: Database

  package init(_ transaction: Transaction) { database = transaction.database }

  package func note(_ question: String, about id: RecordID, at now: Instant) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO skip(id, question, at) VALUES (?, ?, ?)",
      arguments: [id.description, question, now.milliseconds])
  }

  /// When each was passed over, by the id and the question.
  package func all() throws -> [String: Int64] {
    let rows = try database.rows(of: "skip", "SELECT id || ' ' || question, at FROM skip")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }
}

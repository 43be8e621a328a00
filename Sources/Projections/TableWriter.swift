import GRDB

/// The one way in which folds write: keeps how the digests of the tables change, until they are saved
/// with the checkpoint.
package final class TableWriter {
  let database: Database
  private var changes: [String: UInt64] = [:]

  init(_ database: Database) { self.database = database }

  /// A table's digest grows by so much.
  func note(_ table: String, _ difference: UInt64) { changes[table, default: 0] &+= difference }

  /// By how much a table's digest has grown.
  func change(of table: String) -> UInt64 { changes[table] ?? 0 }
}

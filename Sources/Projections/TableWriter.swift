import GRDB

/// The one way in which folds write: keeps how the digests of the tables change, until they are saved
/// with the checkpoint.
package final class TableWriter {
  let database: Database
  private var changes: [String: UInt64] = [:]
  var dayCounts = DayCounts()

  init(_ database: Database) { self.database = database }

  /// A table's digest grows by so much.
  func note(_ table: String, _ difference: UInt64) { changes[table, default: 0] &+= difference }

  /// What folds have looked up in their own tables, which nobody else writes meanwhile.
  private var memory: [String: Int64] = [:]

  /// A number as it was found before, or is found now.
  func recall(_ key: String, _ find: () throws -> Int64) rethrows -> Int64 {
    if let number = memory[key] { return number }
    let number = try find()
    memory[key] = number
    return number
  }

  func remember(_ number: Int64, as key: String) { memory[key] = number }

  /// By how much a table's digest has grown.
  func change(of table: String) -> UInt64 { changes[table] ?? 0 }
}

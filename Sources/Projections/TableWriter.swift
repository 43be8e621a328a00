import EventLog
import GRDB

/// The one way in which folds write: keeps how the digests of the tables change, until they are saved
/// with the checkpoint.
package final class TableWriter {
  let database: Database
  private var changes: [String: UInt64] = [:]

  init(_ database: Database) { self.database = database }

  /// A table's digest grows by so much.
  func note(_ table: String, _ difference: UInt64) { changes[table, default: 0] &+= difference }

  /// The digests of tables after what was written, given those before: eight bytes for each.
  func digests(of tables: [String], after before: [UInt8]) -> [UInt8] {
    var bytes = before + Array(repeating: 0, count: max(0, 8 * tables.count - before.count))
    for (place, table) in tables.enumerated() {
      guard let change = changes[table] else { continue }
      let range = 8 * place..<8 * place + 8
      let digest = bytes[range].reduce(0) { $0 << 8 | UInt64($1) } &+ change
      bytes.replaceSubrange(
        range, with: (0..<8).map { UInt8(truncatingIfNeeded: digest >> (56 - 8 * $0)) })
    }
    return bytes
  }
}

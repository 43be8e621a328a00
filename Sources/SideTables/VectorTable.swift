package import EventLog
import Foundation
import GRDB

/// What headlines mean, as a sentence encoder has told it, inside a transaction of their store: kept so that
/// each is encoded once.
package struct VectorTable {
  private let database: Database

  package init(_ transaction: Transaction) { database = transaction.database }

  /// The vectors of one encoder, by the positions of the records that tell the items.
  package func all(of encoder: String) throws -> [Int64: [Int8]] {
    let rows = try database.rows(
      of: "vector", "SELECT state, numbers FROM vector WHERE encoder = ?", [encoder])
    return rows.reduce(into: [:]) { vectors, row in
      let numbers: Data = row[1]
      vectors[row[0]] = numbers.map { Int8(bitPattern: $0) }
    }
  }

  package func note(_ vectors: [Int64: [Int8]], of encoder: String) throws {
    for (state, numbers) in vectors {
      try database.execute(
        sql: "INSERT OR REPLACE INTO vector(encoder, state, numbers) VALUES (?, ?, ?)",
        arguments: [encoder, state, Data(numbers.map { UInt8(bitPattern: $0) })])
    }
  }
}

import EventModel
import GRDB

/// A row that cannot be read, and why. It is as if it had never been written.
package struct Unreadable: Error, Equatable, Sendable, CustomStringConvertible {
  /// The table, and the row's own name in it.
  package let table: String
  package let row: String
  package let reason: String

  package var description: String { "\(table) “\(row)”: \(reason)" }
}

extension Instant {
  /// A moment that a column or a member may hold: in the years 0 to 9999.
  init?(stored milliseconds: Int64) {
    guard (-62_167_219_200_000...253_402_300_799_999).contains(milliseconds) else { return nil }
    self.init(milliseconds: milliseconds)
  }
}

extension Database {
  /// The rows of a query; none when the table is not there yet.
  func rows(
    of table: String, _ query: String, _ arguments: StatementArguments = StatementArguments()
  ) throws -> [Row] {
    try tableExists(table) ? Row.fetchAll(self, sql: query, arguments: arguments) : []
  }
}

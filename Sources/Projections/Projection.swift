package import EventLog
package import EventModel

/// A fold over records into tables, and the only writer of those tables.
///
/// A fold reads nothing but the record, the log before it and its own tables, never a clock: so the
/// tables are the same whether records come one by one or all at once. Rows say from which position
/// on they hold (`since`) and from which they no longer do (`until`), so one bound gives any past
/// answer back.
package protocol Projection: Sendable {
  static var name: String { get }
  /// Raised when the tables or their meaning change; the tables are then built again.
  static var version: Int { get }
  /// The tables that hold its state, compared by `rebuild --verify`; an index of words ends in `_fts`.
  static var tables: [String] { get }
  /// The statements that make the tables, and the indexes that folds read.
  static var schema: String { get }
  /// The indexes that questions alone read, as `NAME ON TABLE(COLUMNS)`: where many records are folded, they
  /// are made once, behind the rows.
  static var indexes: [String] { get }
  static func apply(_ change: Change, of record: Record, by writer: TableWriter) throws
  /// Writes what is gathered of several records, behind the last of them.
  static func finish(by writer: TableWriter) throws
}

extension Projection {
  package static var indexes: [String] { [] }
  package static func finish(by writer: TableWriter) throws {}
}

/// Ours, not GRDB's class of that name.
package typealias Record = EventLog.Record

/// A record that a projection cannot digest, thrown before it has written anything.
struct ProjectionFault: Error {
  let reason: String
}

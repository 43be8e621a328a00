import EventLog

/// A table whose rows hold from a position of the log (`since`) until another (`until`, null while
/// they hold). Rows are begun and ended, never changed otherwise and never deleted.
struct BitemporalTable: Sendable {
  private let table: StoredTable
  private let isCurrent: String

  /// - Parameters:
  ///   - key: the columns that say what a row is about; one row at most holds for each.
  ///   - columns: the others, besides `row`, `since` and `until`.
  ///   - isNumbered: whether there is a `row`.
  init(_ name: String, key: [String], columns: [String] = [], isNumbered: Bool = true) {
    table = StoredTable(
      name, number: isNumbered ? "row" : nil, ["since"] + key + columns, later: ["until"])
    isCurrent = "until IS NULL" + key.map { " AND \($0) = ?" }.joined()
  }

  /// Begins a row with the values of the key and of the other columns, in their order; gives its
  /// number.
  @discardableResult
  func begin(_ values: [SQLValue], at position: Int64, by writer: TableWriter) throws -> Int64 {
    try table.insert([.integer(position)] + values, by: writer)
  }

  /// Ends the row that holds for a key.
  func end(_ key: [SQLValue], at position: Int64, by writer: TableWriter) throws {
    try table.set("until", to: .integer(position), where: isCurrent, key, by: writer)
  }

  /// The condition under which a row holds at the position bound as `:position`.
  static func holds(_ table: String) -> String {
    "\(table).since <= :position AND (\(table).until IS NULL OR \(table).until > :position)"
  }
}

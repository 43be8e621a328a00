import GRDB

/// A table whose rows hold from a position of the log (`since`) until another (`until`, null while
/// they hold). Rows are begun and ended, never changed otherwise and never deleted.
struct BitemporalTable: Sendable {
  let name: String

  /// Begins a row; gives its number.
  @discardableResult
  func begin(
    _ values: KeyValuePairs<String, (any DatabaseValueConvertible)?>, at position: Int64,
    in database: Database
  ) throws -> Int64 {
    let columns = values.map(\.key).joined(separator: ", ")
    let marks = String(repeating: ", ?", count: values.count)
    let arguments: [(any DatabaseValueConvertible)?] = [position] + values.map(\.value)
    try database.cachedStatement(sql: "INSERT INTO \(name)(since, \(columns)) VALUES (?\(marks))")
      .execute(arguments: StatementArguments(arguments))
    return database.lastInsertedRowID
  }

  /// Ends the rows that hold and have these values; says how many those were.
  @discardableResult
  func end(
    where values: KeyValuePairs<String, (any DatabaseValueConvertible)?>, at position: Int64,
    in database: Database
  ) throws -> Int {
    let condition = values.map { "\($0.key) = ?" }.joined(separator: " AND ")
    let arguments: [(any DatabaseValueConvertible)?] = [position] + values.map(\.value)
    try database.cachedStatement(
      sql: "UPDATE \(name) SET until = ? WHERE until IS NULL AND \(condition)"
    ).execute(arguments: StatementArguments(arguments))
    return database.changesCount
  }

  /// The condition under which a row holds at the position bound as `:position`.
  static func holds(_ table: String) -> String {
    "\(table).since <= :position AND (\(table).until IS NULL OR \(table).until > :position)"
  }
}

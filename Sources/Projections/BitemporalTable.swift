import GRDB

/// A table whose rows hold from a position of the log (`since`) until another (`until`, null while
/// they hold). Rows are begun and ended, never changed otherwise and never deleted.
struct BitemporalTable: Sendable {
  private let insertion: String
  private let ending: String

  /// - Parameters:
  ///   - key: the columns that say what a row is about; one row at most holds for each.
  ///   - columns: the others, besides `since` and `until`.
  init(_ name: String, key: [String], columns: [String] = []) {
    let all = ["since"] + key + columns
    let marks = all.map { _ in "?" }.joined(separator: ", ")
    insertion = "INSERT INTO \(name)(\(all.joined(separator: ", "))) VALUES (\(marks))"
    let condition = key.map { " AND \($0) = ?" }.joined()
    ending = "UPDATE \(name) SET until = ? WHERE until IS NULL\(condition)"
  }

  typealias Value = (any DatabaseValueConvertible)?

  /// Begins a row with the values of the key and of the other columns, in their order; gives its
  /// number.
  @discardableResult
  func begin(_ values: [Value], at position: Int64, in database: Database) throws -> Int64 {
    try database.cachedStatement(sql: insertion)
      .execute(arguments: StatementArguments([position] + values))
    return database.lastInsertedRowID
  }

  /// Ends the row that holds for a key.
  func end(_ key: [Value], at position: Int64, in database: Database) throws {
    try database.cachedStatement(sql: ending)
      .execute(arguments: StatementArguments([position] + key))
  }

  /// The condition under which a row holds at the position bound as `:position`.
  static func holds(_ table: String) -> String {
    "\(table).since <= :position AND (\(table).until IS NULL OR \(table).until > :position)"
  }
}

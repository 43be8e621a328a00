package import GRDB
internal import GRDBSQLite

/// A prepared statement that is bound and run by SQLite's own functions, for what is done for every
/// record: GRDB's way costs more than the row.
///
/// Nothing of a statement may be running when it is run again.
package struct SQLStatement {
  private let statement: Statement
  private let database: Database
  private var handle: OpaquePointer { statement.sqliteStatement }

  /// The statement of this text, prepared once for the connection.
  package init(_ sql: String, in database: Database) throws {
    statement = try database.cachedStatement(sql: sql)
    self.database = database
  }

  /// Runs it to its end.
  package func run(_ values: SQLValue...) throws { try run(values) }

  package func run(_ values: [SQLValue]) throws { try forEach(values) { _ in } }

  /// Runs an insertion; gives the number of the row, or nil where none was inserted.
  package func insert(_ values: [SQLValue]) throws -> Int64? {
    try run(values)
    let connection = database.sqliteConnection
    return sqlite3_changes(connection) > 0 ? sqlite3_last_insert_rowid(connection) : nil
  }

  /// The first column of the first row; nil without a row, or where it is null.
  package func integer(_ values: SQLValue...) throws -> Int64? {
    try first(values) { $0.integer(0) } ?? nil
  }

  /// What is made of the first row; nil without one.
  package func first<Result>(
    _ values: [SQLValue], _ body: (SQLRow) throws -> Result
  ) throws -> Result? {
    var result: Result?
    try forEach(values) { row in if result == nil { result = try body(row) } }
    return result
  }

  /// What is made of each row.
  package func all<Result>(
    _ values: [SQLValue], _ body: (SQLRow) throws -> Result
  ) throws -> [Result] {
    var results: [Result] = []
    try forEach(values) { row in results.append(try body(row)) }
    return results
  }

  /// Runs it to its end, and hands each row on.
  package func forEach(_ values: [SQLValue] = [], _ body: (SQLRow) throws -> Void) throws {
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try body(SQLRow(handle))
      case SQLITE_DONE: return
      case let code: throw failure(code)
      }
    }
  }

  private func bind(_ value: SQLValue, at index: Int32) throws {
    let code =
      switch value {
      case .null: sqlite3_bind_null(handle, index)
      case .integer(let number): sqlite3_bind_int64(handle, index, number)
      case .real(let number): sqlite3_bind_double(handle, index, number)
      case .text, .utf8:
        value.withBytes { bytes in
          let start = bytes.baseAddress ?? SQLStatement.nothing
          return sqlite3_bind_text64(
            handle, index, start.assumingMemoryBound(to: CChar.self), UInt64(bytes.count),
            SQLStatement.copied, UInt8(SQLITE_UTF8))
        }!
      case .blob:
        value.withBytes { bytes in
          sqlite3_bind_blob64(
            handle, index, bytes.baseAddress ?? SQLStatement.nothing, UInt64(bytes.count),
            SQLStatement.copied)
        }!
      }
    guard code == SQLITE_OK else { throw failure(code) }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: String(cString: sqlite3_errmsg(database.sqliteConnection)), sql: statement.sql)
  }

  /// SQLITE_TRANSIENT: SQLite copies what it is given.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// An address for what has no bytes, which without one would be null.
  private static var nothing: UnsafeRawPointer { UnsafeRawPointer(bitPattern: 1)! }
}

/// A row of a running statement; gone with the next.
package struct SQLRow {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  package var count: Int { Int(sqlite3_column_count(handle)) }

  package func name(_ column: Int) -> String {
    String(cString: sqlite3_column_name(handle, Int32(column)))
  }

  /// Nil where it is null.
  package func integer(_ column: Int) -> Int64? {
    guard sqlite3_column_type(handle, Int32(column)) != SQLITE_NULL else { return nil }
    return sqlite3_column_int64(handle, Int32(column))
  }

  /// Nil where it is null.
  package func text(_ column: Int) -> String? {
    let isNull = sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
    return isNull ? nil : String(decoding: bytes(column), as: UTF8.self)
  }

  /// Of a text or a blob.
  package func bytes(_ column: Int) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, Int32(column))
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))
  }

  /// The hash of a value; nil where it is null.
  package func hash(_ column: Int, seed: UInt64) -> UInt64? {
    let index = Int32(column)
    return switch sqlite3_column_type(handle, index) {
    case SQLITE_INTEGER: ValueHash(seed).of(sqlite3_column_int64(handle, index))
    case SQLITE_FLOAT: ValueHash(seed).of(sqlite3_column_double(handle, index))
    case SQLITE_TEXT: ValueHash(seed).ofText(bytes(column))
    case SQLITE_BLOB: ValueHash(seed).ofBlob(bytes(column))
    default: nil
    }
  }
}

package import EventLog
import Foundation
import GRDB
internal import GRDBSQLite
package import JSONText

/// What a person asked in SQL.
package struct UserAnswer: Sendable {
  package let columns: [String]
  /// In the order of the columns.
  package let rows: [[JSON]]
}

/// Why a question in SQL has no answer.
package enum UserQueryError: Error, Equatable, Sendable {
  /// It is no single question, or SQLite does not understand it.
  case unreadable(String)
  /// It took longer than it may.
  case tooLong(seconds: Double)
}

extension Store {
  /// Asks a store in SQL, over the views of ``ViewSchema`` and whatever else it holds; nothing can be
  /// written, and no other file opened. Throws a ``UserQueryError``.
  package func ask(sql: String, seconds: Double) throws -> UserAnswer {
    try readWithViews { transaction in
      let database = transaction.database
      try database.execute(sql: ViewSchema.statements)
      return try UserQuery(sql, in: database).answer(seconds: seconds)
    }
  }
}

private struct UserQuery {
  private let statement: Statement
  private let database: Database

  init(_ sql: String, in database: Database) throws {
    self.database = database
    let statements = try UserQuery.translating {
      let cursor = try database.allStatements(sql: sql)
      var found: [Statement] = []
      while found.count < 2, let next = try cursor.next() { found.append(next) }
      return found
    }
    guard statements.count == 1 else {
      throw UserQueryError.unreadable(
        statements.isEmpty ? "it asks nothing" : "it is more than one statement")
    }
    statement = statements[0]
    let words = statement.sql.split { !$0.isLetter }.first?.lowercased() ?? ""
    guard statement.isReadonly, ["select", "with", "values", "explain"].contains(words) else {
      throw UserQueryError.unreadable("only SELECT, WITH, VALUES and EXPLAIN can be asked")
    }
    guard !statement.databaseRegion.isModified(byEventsOfKind: .delete(tableName: "secret")) else {
      throw UserQueryError.unreadable("the secrets of feeds are shown to nobody")
    }
  }

  func answer(seconds: Double) throws -> UserAnswer {
    let deadline = Date().addingTimeInterval(seconds)
    let limit = Deadline(deadline)
    let pointer = Unmanaged.passUnretained(limit).toOpaque()
    sqlite3_progress_handler(
      database.sqliteConnection, 10_000,
      { Unmanaged<Deadline>.fromOpaque($0!).takeUnretainedValue().isOver ? 1 : 0 }, pointer)
    defer { sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil) }
    return try withExtendedLifetime(limit) {
      do {
        let cursor = try Row.fetchCursor(statement)
        var rows: [[JSON]] = []
        while let row = try cursor.next() {
          rows.append(row.databaseValues.map(UserQuery.json))
        }
        return UserAnswer(columns: statement.columnNames, rows: rows)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
        throw UserQueryError.tooLong(seconds: seconds)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
        throw UserQueryError.unreadable(error.message ?? "\(error.resultCode)")
      }
    }
  }

  private static func translating<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError
      where [.SQLITE_ERROR, .SQLITE_AUTH].contains(error.resultCode)
    {
      throw UserQueryError.unreadable(error.message ?? "\(error.resultCode)")
    }
  }

  private static func json(_ value: DatabaseValue) -> JSON {
    switch value.storage {
    case .null: .null
    case .int64(let number): .number(number)
    case .double(let number): number.isFinite ? .number(number) : .null
    case .string(let text): .string(text)
    case .blob(let bytes):
      .string(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
  }
}

/// A moment after which a question is broken off.
private final class Deadline {
  private let moment: Date
  var isOver: Bool { Date() > moment }

  init(_ moment: Date) { self.moment = moment }
}

import EventLog
import GRDB

/// The one way in which folds write: keeps how the digests of the tables change, until they are saved
/// with the checkpoint.
package final class TableWriter {
  let database: Database
  private var written: [Written?] = []
  var dayCounts = DayCounts()

  init(_ database: Database) { self.database = database }

  /// A table that has been written, how a row is inserted, and by how much its digest has grown.
  private struct Written {
    let name: String
    var insertion: SQLStatement?
    var change: UInt64 = 0
  }

  private func at(_ table: StoredTable) -> Int {
    let place = table.place
    if place >= written.count { written += Array(repeating: nil, count: place + 1 - written.count) }
    if written[place] == nil { written[place] = Written(name: table.name) }
    return place
  }

  /// The statement that inserts a row, prepared once.
  func insertion(of table: StoredTable, _ prepare: () throws -> SQLStatement) rethrows
    -> SQLStatement
  {
    let place = at(table)
    if let statement = written[place]!.insertion { return statement }
    let statement = try prepare()
    written[place]!.insertion = statement
    return statement
  }

  /// A table's digest grows by so much.
  func note(_ table: StoredTable, _ difference: UInt64) {
    written[at(table)]!.change &+= difference
  }

  /// What is looked up by a name, or counted under one.
  enum Recalled: Int, CaseIterable { case actor, source, count }

  /// What folds have looked up in their own tables, which nobody else writes meanwhile.
  private var memory: [[String: Int64]] = Recalled.allCases.map { _ in [:] }

  /// A number as it was found before, or is found now.
  func recall(
    _ kind: Recalled, _ name: String, _ find: () throws -> Int64
  ) rethrows -> Int64 {
    if let number = memory[kind.rawValue][name] { return number }
    let number = try find()
    memory[kind.rawValue][name] = number
    return number
  }

  func remember(_ number: Int64, as kind: Recalled, _ name: String) {
    memory[kind.rawValue][name] = number
  }

  /// By how much a table's digest has grown.
  func change(of table: String) -> UInt64 {
    written.reduce(0) { $1?.name == table ? $0 &+ $1!.change : $0 }
  }
}

import EventLog
package import EventModel
import Foundation
import GRDB

/// The undoings that a projection has seen: each keeps its own, since none reads another's tables.
struct UndoingTable: Sendable {
  let name: String
  private let table: StoredTable

  init(_ name: String) {
    self.name = name
    table = StoredTable(name, ["position", "of", "act"])
  }

  var schema: String {
    """
    CREATE TABLE \(name)(
      position INTEGER PRIMARY KEY, of BLOB NOT NULL, act BLOB NOT NULL) STRICT;
    """
  }

  /// The acts that are undone by a position: from the last undoing back, each counts unless it is undone itself.
  func undone(in database: Database, by position: Int64 = .max) throws -> Set<Data> {
    let rows = try Row.fetchAll(
      database, sql: "SELECT of, act FROM \(name) WHERE position <= ? ORDER BY position DESC",
      arguments: [position])
    return rows.reduce(into: []) { undone, row in
      let (of, act): (Data, Data) = (row[0], row[1])
      if !undone.contains(act) { undone.insert(of) }
    }
  }

  /// Notes that the record at a position undoes an act; gives the acts that are undone now and were
  /// not before, and those that no longer are.
  func note(
    _ undoing: ActUndoing, at position: Int64, by writer: TableWriter
  ) throws -> Set<Data> {
    let before = try undone(in: writer.database)
    try table.insert(
      [.integer(position), .blob(undoing.of.bytes), .blob(undoing.act.bytes)], by: writer)
    return try before.symmetricDifference(undone(in: writer.database))
  }

  /// Notes an undoing, and lets what was said last in each table hold as far as it is not undone.
  func apply(
    _ undoing: ActUndoing, to tables: [StatementTable], at position: Int64, by writer: TableWriter
  ) throws {
    let acts = try note(undoing, at: position, by: writer)
    let undone = try undone(in: writer.database)
    for table in tables {
      for act in acts { try table.fold(act, without: undone, at: position, by: writer) }
    }
  }
}

extension Snapshot {
  /// The acts of people that are undone.
  package func undoneActs() throws -> Set<RecordID> {
    Set(try EventTables.undoings.undone(in: database, by: position).map(RecordID.init(prefixOf:)))
  }
}

extension SQLValue {
  /// The act of a record; null without one.
  init(act: RecordID?) { self = act.map { .blob($0.bytes) } ?? .null }
}

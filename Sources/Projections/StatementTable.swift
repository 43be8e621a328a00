import EventLog
import EventModel
import Foundation
import GRDB

/// A table of what is said of things, where the last word on a key holds that was not undone. A row
/// names the record that says it; when that is undone, the word before holds again.
struct StatementTable: Sendable {
  let name: String
  private let key: [String]
  private let table: BitemporalTable

  init(_ name: String, key: [String]) {
    self.name = name
    self.key = key
    table = BitemporalTable(name, key: key, columns: ["record", "act"])
  }

  var schema: String {
    let columns = key.map { "\($0) TEXT NOT NULL" }.joined(separator: ", ")
    return """
      CREATE TABLE \(name)(
        row INTEGER PRIMARY KEY, \(columns), record INTEGER NOT NULL, act BLOB,
        since INTEGER NOT NULL, until INTEGER) STRICT;
      CREATE INDEX \(name)_key ON \(name)(\(key.joined(separator: ", ")));
      CREATE INDEX \(name)_act ON \(name)(act) WHERE act IS NOT NULL;
      """
  }

  /// What the record at a position says of a key ends what was said before.
  func say(
    _ values: [String], act: RecordID?, at position: Int64, by writer: TableWriter
  ) throws {
    let values = values.map(SQLValue.text)
    try table.end(values, at: position, by: writer)
    try table.begin(
      values + [.integer(position), SQLValue(act: act)], at: position, by: writer)
  }

  /// Lets what was said last of the keys that an act is about hold, as far as it is not undone.
  func fold(
    _ act: Data, without undone: Set<Data>, at position: Int64, by writer: TableWriter
  ) throws {
    let columns = key.joined(separator: ", ")
    let keys = try Row.fetchAll(
      writer.database,
      sql: "SELECT DISTINCT \(columns) FROM \(name) WHERE act = ? ORDER BY \(columns)",
      arguments: [act])
    let isKey = key.map { "\($0) = ?" }.joined(separator: " AND ")
    for row in keys {
      let values = key.indices.map { row[$0] as String }
      let said = try Row.fetchAll(
        writer.database,
        sql: "SELECT record, act, until IS NULL FROM \(name) WHERE \(isKey) ORDER BY record, row",
        arguments: StatementArguments(values))
      let last = said.last { ($0[1] as Data?).map { !undone.contains($0) } ?? true }
      let current = said.first { $0[2] as Bool }
      guard (last?[0] as Int64?) != (current?[0] as Int64?) else { continue }
      let texts = values.map(SQLValue.text)
      if current != nil { try table.end(texts, at: position, by: writer) }
      if let last {
        let act = (last[1] as Data?).map { SQLValue.blob(Array($0)) } ?? .null
        try table.begin(texts + [.integer(last[0]), act], at: position, by: writer)
      }
    }
  }
}

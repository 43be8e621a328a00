import EventLog
import EventModel
import Foundation
import GRDB

/// A table of what is said of things, where the last word on a key holds that was not undone. A row
/// names the record that says it; when that is undone, the word before holds again.
struct StatementTable: Sendable {
  let name: String
  /// The number of what is spoken of, where there is one; the first column of the key.
  private let subject: String?
  private let texts: [String]
  /// Numbers that say what is said of the key.
  private let details: [String]
  private let table: BitemporalTable

  private var key: [String] { (subject.map { [$0] } ?? []) + texts }

  init(_ name: String, subject: String? = nil, key: [String], details: [String] = []) {
    self.name = name
    self.subject = subject
    texts = key
    self.details = details
    table = BitemporalTable(
      name, key: (subject.map { [$0] } ?? []) + key, columns: ["record", "act"] + details)
  }

  var schema: String {
    let columns =
      (subject.map { ["\($0) INTEGER NOT NULL"] } ?? []) + texts.map { "\($0) TEXT NOT NULL" }
    let details = details.map { "\($0) INTEGER NOT NULL, " }.joined()
    return """
      CREATE TABLE \(name)(
        row INTEGER PRIMARY KEY, \(columns.joined(separator: ", ")), record INTEGER NOT NULL, act BLOB,
        \(details)since INTEGER NOT NULL, until INTEGER) STRICT;
      CREATE INDEX \(name)_key ON \(name)(\(key.joined(separator: ", ")));
      CREATE INDEX \(name)_act ON \(name)(act) WHERE act IS NOT NULL;
      """
  }

  /// What the record at a position says of a key ends what was said before.
  func say(
    _ values: [String], of subject: Int64? = nil, details: [Int64] = [], act: RecordID?,
    at position: Int64, by writer: TableWriter
  ) throws {
    let values = (subject.map { [.integer($0)] } ?? []) + values.map(SQLValue.text)
    try table.end(values, at: position, by: writer)
    try table.begin(
      values + [.integer(position), SQLValue(act: act)] + details.map(SQLValue.integer),
      at: position, by: writer)
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
      let values = key.indices.map { row[$0] as DatabaseValue }
      let further = details.map { ", \($0)" }.joined()
      let said = try Row.fetchAll(
        writer.database,
        sql: """
          SELECT record, act, until IS NULL\(further) FROM \(name) WHERE \(isKey)
          ORDER BY record, row
          """, arguments: StatementArguments(values))
      let last = said.last { ($0[1] as Data?).map { !undone.contains($0) } ?? true }
      let current = said.first { $0[2] as Bool }
      guard (last?[0] as Int64?) != (current?[0] as Int64?) else { continue }
      let key = values.map {
        Int64.fromDatabaseValue($0).map(SQLValue.integer) ?? SQLValue(String.fromDatabaseValue($0))
      }
      if current != nil { try table.end(key, at: position, by: writer) }
      if let last {
        let act = (last[1] as Data?).map { SQLValue.blob(Array($0)) } ?? .null
        let told = details.indices.map { SQLValue.integer(last[3 + $0]) }
        try table.begin(key + [.integer(last[0]), act] + told, at: position, by: writer)
      }
    }
  }
}

package import EventLog
import GRDB

extension Transaction {
  /// Every row of every table, as text.
  package var contents: [String: [String]] {
    get throws {
      let names = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      return Dictionary(
        uniqueKeysWithValues: try names.map { name in
          (name, try Row.fetchAll(database, sql: "SELECT * FROM \"\(name)\"").map { "\($0)" })
        })
    }
  }
}

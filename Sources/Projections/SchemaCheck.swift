package import EventLog
import GRDB

extension Projector {
  /// Sentences for the tables, indexes and triggers that are not those that annals makes: a trigger
  /// that was dropped lets a record be changed, a foreign one may do anything.
  package static func schemaFaults(_ transaction: Transaction) throws -> [String] {
    let expected = try DatabaseQueue().write { database in
      try Transaction.makeLogTables(in: database)
      for projection in all { try database.execute(sql: projection.schema) }
      return try objects(in: database)
    }
    let found = try objects(in: transaction.database)
    let missing = expected.keys.filter { found[$0] == nil }.map { "\($0) is missing" }
    let changed = expected.filter { key, sql in found[key].map { $0 != sql } ?? false }
      .map { "\($0.key) is not as annals makes it" }
    let foreign = found.keys.filter { $0.hasPrefix("trigger ") && expected[$0] == nil }
      .map { "\($0) is none of annals" }
    return (missing + changed + foreign).sorted()
  }

  /// The statements that made each object, by its kind and name.
  private static func objects(in database: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT type || ' ' || name, sql FROM main.sqlite_master WHERE sql IS NOT NULL")
    return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
  }

  /// Sentences for what the index of words lacks or has too much, against the words it was made of.
  package static func searchFaults(_ transaction: Transaction) throws -> [String] {
    let database = transaction.database
    defer {
      for table in ["search_words", "search_fresh", "search_again"] {
        try? database.execute(sql: "DROP TABLE IF EXISTS temp.\(table)")
      }
    }
    try database.execute(
      sql: """
        CREATE VIRTUAL TABLE temp.search_again USING fts5(words, content='', tokenize='unicode61');
        INSERT INTO temp.search_again(rowid, words) SELECT row, words FROM main.search_text;
        CREATE VIRTUAL TABLE temp.search_fresh USING fts5vocab('temp', 'search_again', 'row');
        CREATE VIRTUAL TABLE temp.search_words USING fts5vocab('main', 'search_fts', 'row');
        """)
    let differing =
      try Int.fetchOne(
        database,
        sql: """
          SELECT (SELECT count(*) FROM (SELECT * FROM temp.search_words EXCEPT
            SELECT * FROM temp.search_fresh))
          + (SELECT count(*) FROM (SELECT * FROM temp.search_fresh EXCEPT
            SELECT * FROM temp.search_words))
          """) ?? 0
    return differing == 0 ? [] : ["the search index differs from its texts in \(differing) words"]
  }
}

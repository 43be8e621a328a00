package import EventLog
import GRDB

extension Projector {
  /// Sentences for the tables, indexes and triggers that are not those that annals makes: a trigger
  /// that was dropped lets a record be changed, a foreign one may do anything.
  package static func schemaFaults(_ transaction: Transaction) throws -> [String] {
    let expected = try DatabaseQueue().write { database in
      try Transaction.makeLogTables(in: database)
      for projection in all {
        try database.execute(sql: projection.schema)
        try makeIndexes(of: projection, in: database)
      }
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

  /// Sentences for what the indexes of words lack or have too much, against the texts they were made of.
  package static func searchFaults(_ transaction: Transaction) throws -> [String] {
    let database = transaction.database
    let events = try fault(in: "search_fts", of: "the search index", database) {
      try database.execute(
        sql: "INSERT INTO temp.words_again(rowid, words) SELECT row, words FROM main.search_text")
    }
    let items = try fault(in: "item_fts", of: "the search index of items", database) {
      try ItemProjection.forEachText(of: database) { row, words in
        try SQLStatement("INSERT INTO temp.words_again(rowid, words) VALUES (?, ?)", in: database)
          .run(.integer(row), .text(words))
      }
    }
    return [events, items].compactMap(\.self)
  }

  /// Compares an index with one that `fill` makes again.
  private static func fault(
    in index: String, of name: String, _ database: Database, fill: () throws -> Void
  ) throws -> String? {
    defer {
      for table in ["words_kept", "words_fresh", "words_again"] {
        try? database.execute(sql: "DROP TABLE IF EXISTS temp.\(table)")
      }
    }
    try database.execute(
      sql: """
        CREATE VIRTUAL TABLE temp.words_again USING fts5(words, content='', tokenize='unicode61');
        CREATE VIRTUAL TABLE temp.words_fresh USING fts5vocab('temp', 'words_again', 'row');
        CREATE VIRTUAL TABLE temp.words_kept USING fts5vocab('main', '\(index)', 'row');
        """)
    try fill()
    let differing =
      try Int.fetchOne(
        database,
        sql: """
          SELECT (SELECT count(*) FROM (SELECT * FROM temp.words_kept EXCEPT
            SELECT * FROM temp.words_fresh))
          + (SELECT count(*) FROM (SELECT * FROM temp.words_fresh EXCEPT
            SELECT * FROM temp.words_kept))
          """) ?? 0
    return differing == 0 ? nil : "\(name) differs from its texts in \(differing) words"
  }
}

package import EventLog
import GRDB

extension Projector {
  /// Folds the whole log into temporary tables and compares every table, row by row, with the stored
  /// one. Writes nothing into the store. Returns a sentence for each table that differs.
  package static func verify(_ transaction: Transaction) throws -> [String] {
    let database = transaction.database
    let shadows = bookkeeping + all.flatMap { $0.tables }
    defer {
      for table in shadows.reversed() {
        try? database.execute(sql: "DROP TABLE IF EXISTS temp.\(table)")
      }
    }
    try database.execute(
      sql: """
        CREATE TEMP TABLE projection AS SELECT * FROM main.projection;
        UPDATE temp.projection SET position = 0, skipped = 0, digests = x'';
        CREATE TEMP TABLE projection_error AS SELECT * FROM main.projection_error WHERE 0;
        """)
    // SQLite looks names up among the temporary tables first, so a fold writes into these.
    for projection in all { try database.execute(sql: schema(projection.schema, in: "temp")) }
    database.clearSchemaCache()
    try forEachBatch(of: database) { records in
      try apply(records, to: all, in: database)
    }
    return try shadows.filter { !$0.hasSuffix("_fts") }.compactMap {
      try difference(in: $0, database)
    }
  }

  /// Adds up the rows of every table, and compares the sums with those that were kept when the rows were
  /// written. Returns a sentence for each table that differs.
  package static func digestFaults(_ transaction: Transaction) throws -> [String] {
    let database = transaction.database
    return try all.flatMap { projection in
      let kept = try digests(of: projection, in: database)
      return try zip(projection.tables, kept).compactMap { table, kept in
        try digest(of: table, in: database) == kept
          ? nil : "\(table): its rows are not those that were written"
      }
    }
  }

  /// 0 for a table that is missing, and for an index of words, which holds none of its own.
  private static func digest(of table: String, in database: Database) throws -> UInt64 {
    guard !table.hasSuffix("_fts"), try database.tableExists(table) else { return 0 }
    var (sum, seeds): (UInt64, [UInt64]) = (0, [])
    try SQLStatement("SELECT * FROM \(table)", in: database).forEach { row in
      if seeds.isEmpty { seeds = (0..<row.count).map { RowDigest.seed(table, row.name($0)) } }
      var digest = RowDigest()
      for (index, seed) in seeds.enumerated() { digest.add(row.hash(index, seed: seed)) }
      sum &+= digest.value
    }
    return sum
  }

  /// The tables that say how far projections have got, and what they could not digest.
  static let bookkeeping = ["projection", "projection_error"]

  /// The statements that make the tables and indexes in another of the connection's databases.
  static func schema(_ schema: String, in database: String) -> String {
    ["TABLE", "VIRTUAL TABLE", "INDEX"].reduce(schema) { schema, kind in
      schema.replacing("CREATE \(kind) ", with: "CREATE \(kind) \(database).")
    }
  }

  private static func difference(in table: String, _ database: Database) throws -> String? {
    let columns = try String.fetchAll(
      database, sql: "SELECT name FROM pragma_table_info(?, 'main')", arguments: [table])
    guard !columns.isEmpty else { return "\(table): the table is missing" }
    let order = columns.joined(separator: ", ")
    let left = try Row.fetchCursor(database, sql: "SELECT * FROM main.\(table) ORDER BY \(order)")
    let right = try Row.fetchCursor(database, sql: "SELECT * FROM temp.\(table) ORDER BY \(order)")
    var number = 0
    while true {
      number += 1
      let (a, b) = (try left.next(), try right.next())
      if a == nil, b == nil { return nil }
      if a != b {
        return "\(table): row \(number) of the stored table is not what the log folds into"
      }
    }
  }
}

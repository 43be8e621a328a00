package import EventLog
import EventModel
import GRDB

/// Puts off the indexes that questions alone read, within one transaction, once it folds more records than the log
/// held: they come in no order, so that row by row each touches another page, and behind the rows all are
/// made in order.
package struct IndexDeferral {
  private let database: Database
  /// Up to so many records the indexes are kept row by row.
  private let most: Int64
  private var folded: Int64 = 0
  private var isDeferred = false

  package init(in transaction: Transaction, atLeast least: Int64 = 50_000) throws {
    database = transaction.database
    most = max(least, try Log(transaction).head().position)
  }

  /// Told of records that have been folded.
  package mutating func note(_ count: Int) throws {
    folded += Int64(count)
    guard !isDeferred, folded > most else { return }
    let indexes = Projector.all.flatMap { projection in projection.indexes }
    let names = indexes.map { index in "INDEX IF EXISTS \(index.prefix { $0 != " " })" }
    try Projector.drop(names, in: database)
    isDeferred = true
  }

  /// Makes what was put off; nothing is asked before.
  package mutating func end() throws {
    guard isDeferred else { return }
    // To sort takes as much memory as the cache may.
    let cache = try Int.fetchOne(database, sql: "PRAGMA cache_size") ?? 0
    try database.execute(sql: "PRAGMA cache_size = \(IndexDeferral.sorting)")
    for projection in Projector.all { try Projector.makeIndexes(of: projection, in: database) }
    try database.execute(sql: "PRAGMA cache_size = \(cache)")
    isDeferred = false
  }

  /// In KiB, negative as SQLite has it.
  private static let sorting = -16_384
}

package import GRDB

/// An open transaction of a store: what is read in it is one state, and what is written in it is
/// written whole or not at all. Only the modules that keep tables look inside.
package struct Transaction {
  package let database: Database
  /// Told of what is appended, where somebody else is to have it too.
  let appends: Appends?

  package init(_ database: Database) { self.init(database, noting: nil) }

  init(_ database: Database, noting appends: Appends?) {
    self.database = database
    self.appends = appends
  }

  /// Makes the tables of the log in a database of another kind, to be compared with.
  package static func makeLogTables(in database: Database) throws {
    try Schema.create(in: database)
  }
}

package import GRDB

/// An open transaction of a store: what is read in it is one state, and what is written in it is
/// written whole or not at all. Only the modules that keep tables look inside.
package struct Transaction {
  package let database: Database

  package init(_ database: Database) { self.database = database }

  /// Makes the tables of the log in a database of another kind, to be compared with.
  package static func makeLogTables(in database: Database) throws {
    try Schema.create(in: database)
  }
}

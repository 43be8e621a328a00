package import GRDB

/// An open transaction of a store: what is read in it is one state, and what is written in it is
/// written whole or not at all. Only the modules that keep tables look inside.
public struct Transaction {
  package let database: Database

  package init(_ database: Database) { self.database = database }
}

import EventLog
import GRDB
import Projections
import TestSupport
import Testing

/// What a check finds in the tables that annals makes.
@Suite struct SchemaCheckTests {
  let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try store.append([.event("a", "one word"), .event("b", "another")])
  }

  func faults(after sql: String = "") throws -> [String] {
    try store.write { try $0.database.execute(sql: sql) }
    return try store.read { try Projector.schemaFaults($0) }
  }

  @Test func `a store is as annals made it, with tables of others beside`() throws {
    #expect(try faults() == [])
    #expect(try faults(after: "CREATE TABLE mine(x); CREATE INDEX mine_x ON mine(x)") == [])
  }

  @Test(arguments: [
    ("DROP TRIGGER record_is_not_changed", ["trigger record_is_not_changed is missing"]),
    (
      "CREATE TRIGGER spy AFTER INSERT ON record BEGIN SELECT 1; END",
      ["trigger spy is none of annals"]
    ),
    (
      "DROP INDEX account_day; CREATE INDEX account_day ON account(type)",
      ["index account_day is not as annals makes it"]
    ),
    (
      "DROP TABLE touch; DROP TABLE undoing",
      ["table touch is missing", "table undoing is missing"]
    ),
  ])
  func `what is missing, changed or foreign is named`(sql: String, names: [String]) throws {
    #expect(try faults(after: sql) == names)
  }

  @Test func `words that the index lacks or has too much are counted`() throws {
    func faults(after sql: String = "") throws -> [String] {
      try store.write { try $0.database.execute(sql: sql) }
      return try store.write { try Projector.searchFaults($0) }
    }
    #expect(try faults() == [])
    let changed = try faults(after: "UPDATE search_text SET words = 'one' WHERE row = 2")
    #expect(changed == ["the search index differs from its texts in 5 words"])
  }
}

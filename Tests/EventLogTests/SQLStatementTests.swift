import EventLog
import TestSupport
import Testing

@Suite struct SQLStatementTests {
  @Test(arguments: [
    ("VALUES (1), (2)", 1), ("SELECT 0", 0), ("SELECT NULL", nil), ("SELECT 1 WHERE 1 = 2", nil),
  ])
  func `an integer is that of the first row, if there is one`(sql: String, value: Int64?) throws {
    let store = try TemporaryStore()
    #expect(try store.read { try SQLStatement(sql, in: $0.database).integer() } == value)
  }
}

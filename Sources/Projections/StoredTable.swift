import EventLog
import GRDB

/// A table that a fold writes, and how.
struct StoredTable: Sendable {
  let name: String
  /// The column of the number that SQLite gives to a row; nil where rows have none or bring it along.
  private let number: String?
  private let insertion: String
  private let seeds: [UInt64]
  private let numberSeed: UInt64

  /// - Parameters:
  ///   - columns: what is given of a row, in this order.
  ///   - isOnce: whether a row whose key is there already is passed over.
  init(_ name: String, number: String? = nil, _ columns: [String], isOnce: Bool = false) {
    self.name = name
    self.number = number
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    insertion = """
      INSERT \(isOnce ? "OR IGNORE " : "")INTO \(name)(\(columns.joined(separator: ", "))) \
      VALUES (\(marks))
      """
    seeds = columns.map { RowDigest.seed(name, $0) }
    numberSeed = RowDigest.seed(name, number ?? "")
  }

  /// Inserts a row; gives its number.
  @discardableResult
  func insert(_ values: [SQLValue], by writer: TableWriter) throws -> Int64 {
    try SQLStatement(insertion, in: writer.database).run(values)
    let row = writer.database.lastInsertedRowID
    guard writer.database.changesCount > 0 else { return row }
    var digest = RowDigest()
    for (seed, value) in zip(seeds, values) { digest.add(ValueHash(seed).of(value)) }
    if number != nil { digest.add(ValueHash(numberSeed).of(.integer(row))) }
    writer.note(name, digest.value)
    return row
  }

  /// Sets a column of the rows that fit a condition from one value to another; says how many they are.
  @discardableResult
  func set(
    _ column: String, from old: SQLValue = .null, to new: SQLValue, where condition: String,
    _ key: [SQLValue], by writer: TableWriter
  ) throws -> Int {
    var count = 0
    let statement = try SQLStatement(
      "UPDATE \(name) SET \(column) = ? WHERE \(condition) RETURNING *", in: writer.database)
    try statement.forEach([new] + key) { row in
      var (before, after) = (RowDigest(), RowDigest())
      for index in 0..<row.count {
        let name = row.name(index)
        let seed = RowDigest.seed(self.name, name)
        let hash = row.hash(index, seed: seed)
        after.add(hash)
        before.add(name == column ? ValueHash(seed).of(old) : hash)
      }
      writer.note(self.name, after.value &- before.value)
      count += 1
    }
    return count
  }
}

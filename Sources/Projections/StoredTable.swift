import EventLog
import GRDB
import Synchronization

/// A table that a fold writes, and how.
struct StoredTable: Sendable {
  let name: String
  /// Its number among all tables of the program, by which a writer keeps what it has of each.
  let place: Int
  private let insertion: String
  /// Those given of a row, those set later, and that of its number.
  private let columns: [String]
  private let seeds: [UInt64]
  private let numberSeed: UInt64?

  /// - Parameters:
  ///   - number: the column of the number that SQLite gives to a row; nil where rows have none or bring
  ///     it along.
  ///   - columns: what is given of a row, in this order.
  ///   - later: what is null in a new row, and may be set.
  ///   - isOnce: whether a row whose key is there already is passed over.
  init(
    _ name: String, number: String? = nil, _ columns: [String], later: [String] = [],
    isOnce: Bool = false
  ) {
    self.name = name
    place = StoredTable.places.add(1, ordering: .relaxed).oldValue
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    insertion = """
      INSERT \(isOnce ? "OR IGNORE " : "")INTO \(name)(\(columns.joined(separator: ", "))) \
      VALUES (\(marks))
      """
    self.columns = columns + later + (number.map { [$0] } ?? [])
    seeds = self.columns.map { RowDigest.seed(name, $0) }
    numberSeed = number.map { RowDigest.seed(name, $0) }
  }

  /// Inserts a row; gives its number, 0 where one with its key was there.
  @discardableResult
  func insert(_ values: [SQLValue], by writer: TableWriter) throws -> Int64 {
    let statement = try writer.insertion(of: self) {
      try SQLStatement(insertion, in: writer.database)
    }
    guard let row = try statement.insert(values) else { return 0 }
    var digest = RowDigest()
    for (seed, value) in zip(seeds, values) { digest.add(ValueHash(seed).of(value)) }
    if let numberSeed { digest.add(ValueHash(numberSeed).of(.integer(row))) }
    writer.note(self, digest.value)
    return row
  }

  private static let places = Atomic(0)

  /// Sets a column of the rows that fit a condition from one value to another; says how many they are.
  @discardableResult
  func set(
    _ column: String, from old: SQLValue = .null, to new: SQLValue, where condition: String,
    _ key: [SQLValue], by writer: TableWriter
  ) throws -> Int {
    var count = 0
    let statement = try SQLStatement(
      """
      UPDATE \(name) SET \(column) = ? WHERE \(condition)
      RETURNING \(columns.joined(separator: ", "))
      """, in: writer.database)
    try statement.forEach([new] + key) { row in
      var (before, after) = (RowDigest(), RowDigest())
      for (index, seed) in seeds.enumerated() {
        let hash = row.hash(index, seed: seed)
        after.add(hash)
        before.add(columns[index] == column ? ValueHash(seed).of(old) : hash)
      }
      writer.note(self, after.value &- before.value)
      count += 1
    }
    return count
  }
}

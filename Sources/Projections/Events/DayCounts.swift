import EventLog
import EventModel
import GRDB

/// By how much the numbers of events that are listed change, by their first and last days, of those that are known
/// to a month or better: gathered, since what is told at once is often of the same days.
struct DayCounts {
  private var changes: [Days: Int64] = [:]

  private struct Days: Hashable, Comparable {
    let first: Int
    let last: Int

    static func < (left: Days, right: Days) -> Bool {
      (left.first, left.last) < (right.first, right.last)
    }
  }

  /// What is as long or longer is counted by no day.
  static let longest = 31

  static let schema = """
    CREATE TABLE event_days(
      first INTEGER NOT NULL, last INTEGER NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY(first, last)) STRICT, WITHOUT ROWID;
    """

  private static let table = StoredTable("event_days", ["first", "last", "count"])

  mutating func add(_ number: Int64, from first: Int?, to last: Int?, isHidden: Bool) {
    guard !isHidden, let first, let last, last - first < DayCounts.longest else { return }
    changes[Days(first: first, last: last), default: 0] += number
  }

  /// A row stays where its count falls to 0, and comes where one came and went: so it does not matter which
  /// records are folded together.
  mutating func write(by writer: TableWriter) throws {
    for (days, change) in changes.sorted(by: { $0.key < $1.key }) {
      let key = [SQLValue(days.first), SQLValue(days.last)]
      let count = try SQLStatement(
        "SELECT count FROM event_days WHERE first = ? AND last = ?", in: writer.database
      ).first(key) { $0.integer(0) ?? 0 }
      guard let count else {
        try DayCounts.table.insert(key + [.integer(change)], by: writer)
        continue
      }
      try DayCounts.table.set(
        "count", from: .integer(count), to: .integer(count + change),
        where: "first = ? AND last = ?", key, by: writer)
    }
    changes = [:]
  }
}

extension Snapshot {
  /// How many of all events that are listed at the end of the log begin and end on which days.
  func countedDays(from first: CivilDay?, to last: CivilDay?) throws -> [EventDays] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT first, last, count FROM event_days WHERE count > 0 AND last >= ? AND first <= ?
        ORDER BY first, last
        """, arguments: [first?.number ?? .min, last?.number ?? .max]
    ).map { (CivilDay(number: $0[0]), CivilDay(number: $0[1]), $0[2]) }
  }
}

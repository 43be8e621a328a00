import EventLog
import EventModel
import Foundation
import GRDB

/// By how much the numbers of events that are listed change, by their first and last days, of those that are known
/// to a month or better: gathered, since what is told at once is often of the same days.
struct DayCounts {
  private var changes: [Block: [Int: Int32]] = [:]

  /// The days of a row, one after the other, and how many days later what began on them ended.
  private struct Block: Hashable {
    let number: Int
    let length: Int

    var key: [SQLValue] { [SQLValue(number), SQLValue(length)] }
  }

  /// What is as long or longer is counted by no day.
  static let longest = 31
  /// The days of a row: a row for each day would cost more than all else that is written of an event.
  static let days = 512

  /// `counts` holds four bytes for each day of a block, the low ones first.
  static let schema = """
    CREATE TABLE event_days(
      block INTEGER NOT NULL, length INTEGER NOT NULL, counts BLOB NOT NULL,
      PRIMARY KEY(block, length)) STRICT, WITHOUT ROWID;
    """

  private static let table = StoredTable("event_days", ["block", "length", "counts"])

  mutating func add(_ number: Int32, of event: EventPlace) {
    guard !event.isHidden, let first = event.first, let last = event.last,
      last - first < DayCounts.longest
    else { return }
    let place = first & (DayCounts.days - 1)
    let block = Block(number: (first - place) / DayCounts.days, length: last - first)
    changes[block, default: [:]][place, default: 0] += number
  }

  /// A row comes with the first event of its days and stays, even where one came and went: so it does not matter
  /// which records are folded together.
  mutating func write(by writer: TableWriter) throws {
    for (block, changes) in changes {
      let stored = try SQLStatement(
        "SELECT counts FROM event_days WHERE block = ? AND length = ?", in: writer.database
      ).first(block.key) { Array($0.bytes(0)) }
      var counts = stored ?? [UInt8](repeating: 0, count: 4 * DayCounts.days)
      counts.withUnsafeMutableBytes { counts in
        for (place, change) in changes {
          let sum = Int32(littleEndian: counts.load(fromByteOffset: 4 * place, as: Int32.self))
          counts.storeBytes(
            of: (sum + change).littleEndian, toByteOffset: 4 * place, as: Int32.self)
        }
      }
      if let stored {
        try DayCounts.table.set(
          "counts", from: .blob(stored), to: .blob(counts), where: "block = ? AND length = ?",
          block.key, by: writer)
      } else {
        try DayCounts.table.insert(block.key + [.blob(counts)], by: writer)
      }
    }
    changes = [:]
  }

  private static func numbers(_ bytes: Data) -> [Int32] {
    bytes.withUnsafeBytes { $0.bindMemory(to: Int32.self).map(Int32.init(littleEndian:)) }
  }
}

extension DayCounts {
  /// What a row tells: the days on which anything began, and how many.
  static func listed(_ row: Row) -> [EventDays] {
    let (block, length, bytes): (Int, Int, Data) = (row[0], row[1], row[2])
    return numbers(bytes).enumerated().filter { $1 > 0 }.map { place, count in
      let first = block * days + place
      return (CivilDay(number: first), CivilDay(number: first + length), Int(count))
    }
  }
}

extension Snapshot {
  /// How many of all events that are listed at the end of the log begin and end on which days.
  func countedDays(from first: CivilDay?, to last: CivilDay?) throws -> [EventDays] {
    try Row.fetchAll(database, sql: "SELECT block, length, counts FROM event_days")
      .flatMap(DayCounts.listed)
      .filter { days in
        (first.map { $0 <= days.last } ?? true) && (last.map { days.day <= $0 } ?? true)
      }
      .sorted { ($0.day, $0.last) < ($1.day, $1.last) }
  }
}

import EventModel
import GRDB

/// A record's type as the `record` table holds it: by a number.
struct StoredType: Hashable {
  let number: Int64
  let type: RecordType
  let scheme: HashScheme

  /// The kinds of the first version, by their numbers. Never changed.
  static let first: [StoredType] = [
    "item.observed", "item.revised", "event.reported", "event.mentioned", "event.amended",
    "event.retracted", "events.merged", "event.split", "sequence.defined", "phase.began",
    "phase.ended", "duration.stated", "forecast.issued", "forecast.resolved", "forecast.annulled",
  ].enumerated().map { place, name in
    StoredType(
      number: Int64(place + 1), type: RecordType(name: name, version: 1), scheme: .numbered)
  }

  /// The type of the first version; nil where it had none of that name.
  static func numbered(_ type: RecordType) -> StoredType? { first.first { $0.type == type } }

  /// The type by name, for what no store has given a number.
  static func named(_ type: RecordType) -> StoredType {
    StoredType(number: 0, type: type, scheme: .named)
  }
}

/// The types of a store: those of the first version, and the named ones in the order in which they
/// first came, from 100 on. Each is looked up when it is first asked for.
struct StoredTypes {
  private let database: Database
  private var byNumber: [Int64: StoredType]
  private var named: [RecordType: StoredType] = [:]

  init(of database: Database) {
    self.database = database
    byNumber = StoredTypes.first
  }

  private static let first = Dictionary(
    uniqueKeysWithValues: StoredType.first.map { ($0.number, $0) })

  /// Nil for a number that no type of the store has.
  mutating func type(_ number: Int64) throws -> StoredType? {
    if let known = byNumber[number] { return known }
    guard try database.tableExists("record_type") else { return nil }
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT name, version FROM record_type WHERE type = ?"),
      arguments: [number])
    guard let row else { return nil }
    return add(number, RecordType(name: row[0], version: row[1]))
  }

  /// The type by name; nil where no record is of it.
  mutating func named(_ type: RecordType) throws -> StoredType? {
    if let known = named[type] { return known }
    let number = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT type FROM record_type WHERE name = ? AND version = ?"),
      arguments: [type.name, type.version])
    return number.map { add($0, type) }
  }

  /// The type by name, which gets a number when it comes for the first time.
  mutating func made(_ type: RecordType) throws -> StoredType {
    if let known = try named(type) { return known }
    let last = try Int64.fetchOne(database, sql: "SELECT max(type) FROM record_type") ?? 99
    try database.execute(
      sql: "INSERT INTO record_type(type, name, version) VALUES (?, ?, ?)",
      arguments: [last + 1, type.name, type.version])
    return add(last + 1, type)
  }

  private mutating func add(_ number: Int64, _ type: RecordType) -> StoredType {
    let stored = StoredType(number: number, type: type, scheme: .named)
    byNumber[number] = stored
    named[type] = stored
    return stored
  }
}

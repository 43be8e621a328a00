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
}

/// The types of a store: those of the first version, and the named ones in the order in which they
/// first came, from 100 on.
struct StoredTypes {
  private var byNumber: [Int64: StoredType]
  private var named: [RecordType: StoredType] = [:]
  private var next: Int64 = 100

  init(of database: Database) throws {
    byNumber = Dictionary(uniqueKeysWithValues: StoredType.first.map { ($0.number, $0) })
    guard try database.tableExists("record_type") else { return }
    let rows = try Row.fetchCursor(
      database.cachedStatement(sql: "SELECT type, name, version FROM record_type"))
    while let row = try rows.next() {
      add(
        StoredType(number: row[0], type: RecordType(name: row[1], version: row[2]), scheme: .named))
    }
  }

  subscript(number: Int64) -> StoredType? { byNumber[number] }

  /// The type of the first version; nil where it had none of that name.
  func numbered(_ type: RecordType) -> StoredType? { StoredType.first.first { $0.type == type } }

  func named(_ type: RecordType) -> StoredType? { named[type] }

  /// The type by name, which gets a number when it comes for the first time.
  mutating func named(_ type: RecordType, in database: Database) throws -> StoredType {
    if let known = named[type] { return known }
    let new = StoredType(number: next, type: type, scheme: .named)
    try database.execute(
      sql: "INSERT INTO record_type(type, name, version) VALUES (?, ?, ?)",
      arguments: [new.number, type.name, type.version])
    add(new)
    return new
  }

  private mutating func add(_ type: StoredType) {
    byNumber[type.number] = type
    named[type.type] = type
    next = max(next, type.number + 1)
  }
}

package import EventModel
import Foundation
package import GRDB

/// The append-only log, inside a transaction of its store: append, read, head, verify.
package struct Log {
  let database: Database
  private let appends: Appends?

  package init(_ transaction: Transaction) {
    database = transaction.database
    appends = transaction.appends
  }

  package init(_ database: Database) {
    self.database = database
    appends = nil
  }

  package func head() throws -> Head {
    let sql = "SELECT position, hash, recorded FROM record ORDER BY position DESC LIMIT 1"
    guard let row = try Row.fetchOne(database.cachedStatement(sql: sql)) else {
      return Head(position: 0, hash: .zero, recorded: nil)
    }
    return Head(
      position: row[0], hash: try digest(row[1], at: row[0]),
      recorded: Instant(milliseconds: row[2]))
  }

  /// Appends what was decided from the log as it ended at a head; throws ``StoreError/overtaken`` when
  /// it ends elsewhere by now, so that the caller decides again.
  package func append(
    _ offered: [NewRecord], expecting head: Head, now: Instant
  ) throws -> [Record] {
    try append(offered, after: head, now: now)
  }

  /// Appends what the log does not know yet, in order, and returns it as it was recorded; for what
  /// holds wherever the log ends, such as a copy of another log.
  ///
  /// `now` is when the log learns of it, unless the offer says better; where the clock has gone back,
  /// the time of the record before is taken, except by a correction of the clock. Nothing is
  /// acknowledged before the transaction has been committed.
  package func append(_ offered: [NewRecord], now: Instant) throws -> [Record] {
    try append(offered, after: nil, now: now)
  }

  private func append(
    _ offered: [NewRecord], after expected: Head?, now: Instant
  ) throws -> [Record] {
    guard !offered.isEmpty else { return [] }
    var head = try self.head()
    if let expected, head != expected { throw StoreError.overtaken }
    var types = StoredTypes(of: database)
    var chain = HashChain()
    var appended: [Record] = []
    let insert = try SQLStatement(
      "INSERT INTO record(position, id, type, recorded, data, hash) VALUES (?,?,?,?,?,?)",
      in: database)
    for new in offered {
      if try contains(new.id) { continue }
      let position = head.position + 1
      let recorded = recorded(new, now: now, after: head)
      let numbered = new.scheme == .numbered ? StoredType.numbered(new.type) : nil
      let type = try numbered ?? types.made(new.type)
      let hash = chain.hash(
        after: head.hash, position: position, id: new.id, type: type, recorded: recorded,
        payload: new.payload)
      try insert.run(
        .integer(position), .blob(new.id.bytes), .integer(type.number),
        .integer(recorded.milliseconds), .utf8(new.payload), .blob(hash.bytes))
      appended.append(
        Record(
          position: position, id: new.id, type: new.type, scheme: type.scheme, recorded: recorded,
          payload: new.payload, hash: hash))
      head = Head(position: position, hash: hash, recorded: recorded)
    }
    if !appended.isEmpty { appends?.note(end: head.position, isDecided: expected != nil) }
    return appended
  }

  private func recorded(_ new: NewRecord, now: Instant, after head: Head) -> Instant {
    let moment = new.recorded ?? now
    if case .clockCorrected(let correction) = correction(new) { return correction.to }
    return max(moment, head.recorded ?? moment)
  }

  private func correction(_ new: NewRecord) -> Change? {
    new.type.name == ChangeKind.clockCorrected.rawValue ? new.change : nil
  }

  /// At most `limit` records after a position, oldest first.
  package func read(after position: Int64, limit: Int) throws -> [Record] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT position, id, type, recorded, data, hash FROM record
        WHERE position > ? ORDER BY position LIMIT ?
        """)
    var types = StoredTypes(of: database)
    var records: [Record] = []
    let rows = try Row.fetchCursor(statement, arguments: [position, limit])
    while let row = try rows.next() { records.append(try record(row, &types)) }
    return records
  }

  package func record(at position: Int64) throws -> Record? {
    try read(after: position - 1, limit: 1).first { $0.position == position }
  }

  package func recorded(at position: Int64) throws -> Instant? {
    let statement = try database.cachedStatement(
      sql: "SELECT recorded FROM record WHERE position = ?")
    return try Int64.fetchOne(statement, arguments: [position]).map(Instant.init(milliseconds:))
  }

  package func record(_ id: RecordID) throws -> Record? {
    try position(of: id).flatMap { try record(at: $0) }
  }

  package func contains(_ id: RecordID) throws -> Bool { try position(of: id) != nil }

  /// Where the record of an id stands; nil when the log has none.
  package func position(of id: RecordID) throws -> Int64? {
    try SQLStatement("SELECT position FROM record WHERE id = ?", in: database)
      .integer(.blob(id.bytes))
  }

  package func id(at position: Int64) throws -> RecordID? {
    let statement = try database.cachedStatement(sql: "SELECT id FROM record WHERE position = ?")
    return try Data.fetchOne(statement, arguments: [position]).map { RecordID(prefixOf: $0) }
  }

  /// The positions of the records whose ids begin with these hexadecimal digits, at most `limit`.
  package func positions(idPrefix digits: String, limit: Int) throws -> [Int64] {
    let lower = String((digits + String(repeating: "0", count: 32)).prefix(32))
    let upper = String((digits + String(repeating: "f", count: 32)).prefix(32))
    guard let first = RecordID(lower), let last = RecordID(upper) else { return [] }
    return try Int64.fetchAll(
      database.cachedStatement(
        sql: "SELECT position FROM record WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"),
      arguments: [Data(first.bytes), Data(last.bytes), limit])
  }

  /// The last position recorded at or before a moment: what the log knew then. Times go back only
  /// where the clock was corrected, and what was recorded ahead of it counts as recorded then; so
  /// positions are searched by halves.
  package func position(asOf moment: Instant) throws -> Int64 {
    let corrections = try clockCorrections()
    let statement = try database.cachedStatement(
      sql: "SELECT recorded FROM record WHERE position = ?")
    var (low, high) = (Int64(0), try head().position)
    while low < high {
      let middle = low + (high - low + 1) / 2
      let told = try Int64.fetchOne(statement, arguments: [middle]) ?? .max
      let recorded = corrections.filter { $0.position >= middle }.map(\.to.milliseconds)
        .reduce(told, min)
      if recorded <= moment.milliseconds { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func clockCorrections() throws -> [(position: Int64, to: Instant)] {
    var types = StoredTypes(of: database)
    let name = ChangeKind.clockCorrected.rawValue
    guard let type = try types.named(RecordType(name: name, version: 1)) else { return [] }
    return try Row.fetchAll(
      database, sql: "SELECT position, recorded FROM record WHERE type = ?",
      arguments: [type.number]
    ).map { ($0[0], Instant(milliseconds: $0[1])) }
  }

  private func record(_ row: Row, _ types: inout StoredTypes) throws -> Record {
    let position: Int64 = row[0]
    let id: Data = row[1]
    guard id.count == 16, let type = try types.type(row[2]) else {
      throw StoreError.corrupt(
        position: position, "its id or its type is none that the store has written")
    }
    let payload = try row.withUnsafeData(atIndex: 4) { $0.map(Array.init) ?? [] }
    return Record(
      position: position, id: RecordID(prefixOf: id), type: type.type, scheme: type.scheme,
      recorded: Instant(milliseconds: row[3]), payload: payload,
      hash: try digest(row[5], at: position))
  }

  func digest(_ bytes: Data, at position: Int64) throws -> Digest {
    guard bytes.count == 32 else {
      throw StoreError.corrupt(position: position, "its hash is not 32 bytes long")
    }
    return Digest(bytes: Array(bytes))
  }
}

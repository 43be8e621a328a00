public import EventModel
package import GRDB
import Foundation
import JSONText

/// The append-only log, inside a transaction of its store: append, read, head, verify.
public struct Log {
  let database: Database

  public init(_ transaction: Transaction) { database = transaction.database }

  package init(_ database: Database) { self.database = database }

  public func head() throws -> Head {
    let sql = "SELECT position, hash, recorded FROM record ORDER BY position DESC LIMIT 1"
    guard let row = try Row.fetchOne(database, sql: sql) else {
      return Head(position: 0, hash: .zero, recorded: nil)
    }
    return Head(
      position: row[0], hash: try digest(row[1], at: row[0]),
      recorded: Instant(milliseconds: row[2]))
  }

  /// Appends what the log does not know yet, in order, and returns it as it was recorded.
  ///
  /// `now` is when the log learns of it, unless the offer says better; where the clock has gone back,
  /// the time of the record before is taken. Nothing is acknowledged before the transaction has been
  /// committed.
  public func append(_ offered: [NewRecord], now: Instant) throws -> [Record] {
    var head = try self.head()
    var chain = HashChain()
    var appended: [Record] = []
    let isKnown = try database.cachedStatement(sql: "SELECT 1 FROM record WHERE id = ?")
    let insert = try database.cachedStatement(
      sql: "INSERT INTO record(position, id, type, recorded, data, hash) VALUES (?,?,?,?,?,?)")
    for new in offered {
      if try Row.fetchOne(isKnown, arguments: [Data(new.id.bytes)]) != nil { continue }
      let position = head.position + 1
      let moment = new.recorded ?? now
      let recorded = max(moment, head.recorded ?? moment)
      let data = new.change.data.bytes
      let kind = new.change.kind.rawValue
      let hash = chain.hash(
        after: head.hash, position: position, id: new.id, kind: Int64(kind), recorded: recorded,
        data: data)
      try insert.execute(arguments: [
        position, Data(new.id.bytes), kind, recorded.milliseconds,
        String(decoding: data, as: UTF8.self), Data(hash.bytes),
      ])
      appended.append(
        Record(
          position: position, id: new.id, recorded: recorded, change: new.change, hash: hash))
      head = Head(position: position, hash: hash, recorded: recorded)
    }
    return appended
  }

  /// At most `limit` records after a position, oldest first.
  public func read(after position: Int64, limit: Int) throws -> [Record] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT position, id, type, recorded, data, hash FROM record
        WHERE position > ? ORDER BY position LIMIT ?
        """)
    var records: [Record] = []
    let rows = try Row.fetchCursor(statement, arguments: [position, limit])
    while let row = try rows.next() { records.append(try record(row)) }
    return records
  }

  public func record(at position: Int64) throws -> Record? {
    try read(after: position - 1, limit: 1).first { $0.position == position }
  }

  public func recorded(at position: Int64) throws -> Instant? {
    let statement = try database.cachedStatement(
      sql: "SELECT recorded FROM record WHERE position = ?")
    return try Int64.fetchOne(statement, arguments: [position]).map(Instant.init(milliseconds:))
  }

  public func record(_ id: RecordID) throws -> Record? {
    let sql = "SELECT position, id, type, recorded, data, hash FROM record WHERE id = ?"
    return try Row.fetchOne(database, sql: sql, arguments: [Data(id.bytes)]).map(record)
  }

  public func contains(_ id: RecordID) throws -> Bool {
    let statement = try database.cachedStatement(sql: "SELECT 1 FROM record WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [Data(id.bytes)]) != nil
  }

  /// The last position recorded at or before a moment: what the log knew then. Recorded times never
  /// go back, so positions are searched by halves.
  public func position(asOf moment: Instant) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: "SELECT recorded FROM record WHERE position = ?")
    var (low, high) = (Int64(0), try head().position)
    while low < high {
      let middle = low + (high - low + 1) / 2
      let recorded = try Int64.fetchOne(statement, arguments: [middle]) ?? .max
      if recorded <= moment.milliseconds { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func record(_ row: Row) throws -> Record {
    let position: Int64 = row[0]
    let bytes: Data = row[1]
    let number: Int = row[2]
    guard bytes.count == 16, let kind = ChangeKind(rawValue: number) else {
      throw StoreError.corrupt(
        position: position, "its id or its type (\(number)) is none that annals writes")
    }
    let text: String = row[4]
    do {
      return Record(
        position: position, id: RecordID(prefixOf: bytes),
        recorded: Instant(milliseconds: row[3]),
        change: try Change(kind: kind, data: try JSON.parse(text)),
        hash: try digest(row[5], at: position))
    } catch let error as FieldError {
      throw StoreError.corrupt(position: position, "its data cannot be read: \(error)")
    } catch let error as JSONError {
      throw StoreError.corrupt(position: position, "its data is no JSON: \(error)")
    }
  }

  private func digest(_ bytes: Data, at position: Int64) throws -> Digest {
    guard bytes.count == 32 else {
      throw StoreError.corrupt(position: position, "its hash is not 32 bytes long")
    }
    return Digest(bytes: Array(bytes))
  }
}

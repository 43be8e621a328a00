package import EventModel
import Foundation
import GRDB

extension Log {
  /// Recomputes the hash chain from the first record on. Throws ``StoreError/corrupt(position:_:)``
  /// at the first record whose bytes are not those that were appended.
  ///
  /// - Returns: the hash at each of the positions asked for that the log reaches.
  package func verify(noting positions: Set<Int64>) throws -> [Int64: Digest] {
    var chain = HashChain()
    var types = StoredTypes(of: database)
    var (position, hash) = (Int64(0), Digest.zero)
    var noted: [Int64: Digest] = [:]
    do {
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT position, id, type, recorded, data, hash FROM record ORDER BY position")
      while let row = try rows.next() {
        position += 1
        hash = try verify(row, at: position, after: hash, &types, &chain)
        if positions.contains(position) { noted[position] = hash }
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      throw StoreError.corrupt(position: position + 1, "the file is damaged there")
    }
    return noted
  }

  /// Recomputes the hash chain from the first record on.
  package func verify() throws { _ = try verify(noting: []) }

  private func verify(
    _ row: Row, at position: Int64, after previous: Digest, _ types: inout StoredTypes,
    _ chain: inout HashChain
  ) throws -> Digest {
    guard case .int64(position) = row.databaseValue(0), case .blob(let id) = row.databaseValue(1),
      id.count == 16, case .int64(let number) = row.databaseValue(2),
      let type = try types.type(number),
      case .int64(let recorded) = row.databaseValue(3),
      case .blob(let stored) = row.databaseValue(5)
    else {
      throw StoreError.corrupt(position: position, "the record is missing or misshapen")
    }
    let expected = try row.withUnsafeData(atIndex: 4) { payload in
      chain.hash(
        after: previous, position: position, id: RecordID(prefixOf: id), type: type,
        recorded: Instant(milliseconds: recorded), payload: payload ?? Data())
    }
    guard Array(stored) == expected.bytes else {
      throw StoreError.corrupt(
        position: position, "its bytes are not those that were appended (hash chain)")
    }
    return expected
  }
}

extension Row {
  fileprivate func databaseValue(_ index: Int) -> DatabaseValue.Storage {
    (self[index] as DatabaseValue).storage
  }
}

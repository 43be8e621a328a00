public import EventLog
public import EventModel
public import Foundation
import GRDB
import JSONText

/// What the store knows of an item.
public struct StoredItem: Equatable, Sendable {
  public let id: RecordID
  /// The position of its latest state.
  public let latest: Int64
  public let revisions: Int
  /// The fingerprint under which it was first seen.
  public let first: Data
  /// Says whether an item that comes back is the same, without reading the record.
  public let fingerprint: Data
}

extension ItemProjection {
  /// The item that bears one of these names in a feed; the names are tried in order.
  public static func find(
    feed: String, keys: [String], in transaction: Transaction
  ) throws -> StoredItem? {
    let statement = try transaction.database.cachedStatement(
      sql: """
        SELECT item, latest, revisions, first, fingerprint FROM item_key JOIN item USING (item)
        WHERE feed = ? AND key = ?
        """)
    for key in keys {
      if let row = try Row.fetchOne(statement, arguments: [feed, key]) {
        let id: Data = row[0]
        return StoredItem(
          id: RecordID(prefixOf: id), latest: row[1], revisions: row[2], first: row[3],
          fingerprint: row[4])
      }
    }
    return nil
  }

  /// All items, in the order in which the log learned of them.
  public static func all(in transaction: Transaction) throws -> [StoredItem] {
    try Row.fetchAll(
      transaction.database,
      sql: "SELECT item, latest, revisions, first, fingerprint FROM item ORDER BY since"
    ).map { row in
      let id: Data = row[0]
      return StoredItem(
        id: RecordID(prefixOf: id), latest: row[1], revisions: row[2], first: row[3],
        fingerprint: row[4])
    }
  }

  /// The item as its latest record tells it.
  public static func observation(
    of item: StoredItem, in transaction: Transaction
  ) throws -> ItemObservation? {
    switch try Log(transaction).record(at: item.latest)?.change {
    case .itemObserved(let observation): observation
    case .itemRevised(let revision): revision.current
    default: nil
    }
  }
}

extension Snapshot {
  public func itemCounts() throws -> (feeds: Int, items: Int) {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT (SELECT count(*) FROM feed WHERE since <= :position),
        (SELECT count(*) FROM item WHERE since <= :position)
        """, arguments: ["position": position])!
    return (row[0], row[1])
  }
}

extension ItemObservation {
  /// Sixteen bytes of a SHA-256 over what a reader would call the item: a change of these is a
  /// revision, a change of anything else is not.
  public var fingerprint: Data {
    let parts: [JSON] = [url ?? "", title, summary, content, claimed ?? ""].map(JSON.string)
    return Data(Digest.sha256(of: JSON.array(parts).bytes).bytes.prefix(16))
  }
}

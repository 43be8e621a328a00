package import EventCoding
package import EventLog
package import EventModel
import Projections

extension Store {
  /// All stored items, a batch at a time, for a second reader.
  package func forEachItemToRead(
    now: Instant, _ body: ([ItemToRead]) throws -> Void
  ) throws {
    var last: Int64 = 0
    while true {
      let (items, end) = try read { transaction in
        let known = try Snapshot(of: transaction)
        let stored = try known.items(after: last, limit: 500)
        return (try stored.compactMap { try known.itemToRead($0, now: now) }, stored.last?.item)
      }
      guard let end else { return }
      try body(items)
      last = end
    }
  }

  /// A stored item for a second reader; nil where the log holds none of that key.
  package func itemToRead(of feed: String, key: String, now: Instant) throws -> ItemToRead? {
    try read { transaction in
      let known = try Snapshot(of: transaction)
      return try known.item(of: feed, keys: [key]).flatMap { try known.itemToRead($0, now: now) }
    }
  }

  /// Codes stored items again that were read since they were coded.
  package func recode(
    _ items: [ItemToRead], with coder: EventCoder, now: Instant, reason: String
  ) throws -> Appended {
    try write { transaction in
      var appended = Appended()
      for item in items {
        let known = try Snapshot(of: transaction)
        guard let stored = try known.item(of: item.feed, keys: [item.key]) else { continue }
        let recoding = try Recoding(stored, coder, now, in: known, reason: reason)
        appended.flagged += recoding.flagged
        appended.count(
          try Projector.append(recoding.records, decidedFrom: known, to: transaction, now: now))
      }
      return appended
    }
  }
}

extension Snapshot {
  fileprivate func itemToRead(_ item: StoredItem, now: Instant) throws -> ItemToRead? {
    // What has no date of its own keeps the day on which it was first seen.
    let seen = try recorded(item.item) ?? now
    return try observation(of: item).map { _, item in
      ItemToRead(item.text(now: seen), feed: item.feed, key: item.key)
    }
  }
}

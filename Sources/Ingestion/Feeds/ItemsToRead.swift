package import EventCoding
package import EventLog
package import EventModel
package import Projections

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
    try text(of: item, now: now).map { _, item, text in
      ItemToRead(text, feed: item.feed, key: item.key)
    }
  }

  /// What a stored item says, by its revision that counts; what has no date of its own keeps the day on which it
  /// was first seen. Nil where the log does not hold it.
  package func text(
    of item: StoredItem, now: Instant = Instant(milliseconds: 0)
  ) throws -> (id: RecordID, observation: ItemObservation, text: ItemText)? {
    guard let (id, observation) = try observation(of: item) else { return nil }
    return (id, observation, observation.text(now: try recorded(item.item) ?? now))
  }
}

package import EventLog
package import EventModel
import GRDB

/// What the store knew when its log ended at a position: the view that every question is asked of.
package struct Snapshot {
  let database: Database
  /// Nothing after it is seen.
  package private(set) var position: Int64
  /// The end of the log now.
  package let head: Head
  /// Of the accounts that are seen, those alone whose sources had published them by then; nil for all.
  package private(set) var publishedBy: CivilDay?
  /// Whether events outside the industry are listed too.
  package private(set) var showsHidden = false

  var log: Log { Log(database) }

  /// All that is known in a transaction, by what it has appended itself too.
  package init(of transaction: Transaction) throws {
    let head = try Log(transaction).head()
    self.init(transaction, position: head.position, head: head)
  }

  init(_ transaction: Transaction, position: Int64, head: Head) {
    database = transaction.database
    self.position = position
    self.head = head
  }

  /// What sources had published by the end of a day, whenever the log learned of it.
  package func published(by day: CivilDay) -> Snapshot {
    var snapshot = self
    snapshot.publishedBy = day
    return snapshot
  }

  /// The same store with the events outside the industry among those that are listed.
  package func inAnyScope() -> Snapshot {
    var snapshot = self
    snapshot.showsHidden = true
    return snapshot
  }

  /// The condition on the rows of `event` that are listed.
  var listedEvent: Condition {
    var listed = held("event")
    if !showsHidden { listed.and("event.hidden = 0") }
    return listed
  }

  /// The condition on the rows of `account` that make events to be listed.
  var listedAccount: Condition {
    var listed = liveAccount
    if !showsHidden { listed.and("account.hidden = 0") }
    return listed
  }

  /// The condition on the rows of `account` that are seen and count.
  var liveAccount: Condition {
    Condition(
      sql: "account.retracted = 0 AND \(seenAccount.sql)", arguments: seenAccount.arguments)
  }

  /// The condition on the rows of `account` that are seen, those included that were retracted.
  var seenAccount: Condition {
    var seen = held("account")
    if let publishedBy {
      seen.and("account.published_day <= ?", [publishedBy.number])
    }
    return seen
  }

  /// The condition on the rows of a bitemporal table that hold at the position.
  func held(_ table: String) -> Condition {
    Condition(
      sql: "\(table).since <= ? AND (\(table).until IS NULL OR \(table).until > ?)",
      arguments: [position, position])
  }

  /// The last row of a bitemporal table that was begun by the position, and so how many were: rows are
  /// numbered from 1 in the order of the log.
  func lastRow(of table: String) throws -> Int64 {
    var high = try Int64.fetchOne(database, sql: "SELECT max(row) FROM \(table)") ?? 0
    guard position < head.position else { return high }
    let statement = try SQLStatement("SELECT since FROM \(table) WHERE row = ?", in: database)
    var low: Int64 = 0
    while low < high {
      let middle = low + (high - low + 1) / 2
      let since = try statement.integer(.integer(middle)) ?? .max
      if since <= position { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The same store as it was known earlier.
  package func at(_ position: Int64) -> Snapshot {
    var earlier = self
    earlier.position = min(position, self.position)
    return earlier
  }

  /// Whether the log holds a record of this id, before or after what is seen.
  package func contains(_ id: RecordID) throws -> Bool { try log.contains(id) }

  /// When a record was recorded; nil where there is none.
  package func recorded(_ position: Int64) throws -> Instant? { try log.recorded(at: position) }

  /// When the first record of all was recorded; nil when the log is empty.
  package func beginning() throws -> Instant? { try recorded(1) }

  package func storeID() throws -> String? { try Transaction(database).storeID() }

  /// The records that are seen, newest first.
  package func records(limit: Int) throws -> [Record] {
    try log.read(after: max(0, position - Int64(limit)), limit: limit)
      .filter { $0.position <= position }.reversed()
  }

  /// All records that are seen, or those after a position, oldest first, a batch at a time.
  package func forEachRecord(after place: Int64 = 0, _ body: (Record) throws -> Void) throws {
    var last = place
    while last < position {
      let records = try log.read(after: last, limit: 1000).filter { $0.position <= position }
      guard let end = records.last else { return }
      for record in records { try body(record) }
      last = end.position
    }
  }
}

/// What a question may see.
package enum AsOf: Equatable, Sendable {
  case everything
  /// What had been recorded by then.
  case moment(Instant)
  case position(Int64)
}

extension Store {
  /// Asks a question of the store as it was.
  package func ask<Answer>(
    asOf bound: AsOf = .everything, _ question: (Snapshot) throws -> Answer
  ) throws -> Answer {
    try read { transaction in
      let log = Log(transaction)
      let head = try log.head()
      let position =
        switch bound {
        case .everything: head.position
        case .moment(let moment): try log.position(asOf: moment)
        case .position(let position): min(position, head.position)
        }
      return try question(Snapshot(transaction, position: position, head: head))
    }
  }

  /// Appends what is decided from the store as it is, if anything; gives what was new.
  @discardableResult
  package func append(
    now: Instant, _ decide: (Snapshot) throws -> [NewRecord]
  ) throws -> [Record] {
    try write { transaction in
      let known = try Snapshot(of: transaction)
      return try Projector.append(
        decide(known), decidedFrom: known, to: transaction, now: now)
    }
  }
}

extension Snapshot {
  /// A fingerprint of what an answer was made from: SHA-256.
  package static func digest(of bytes: [UInt8]) -> Digest { .sha256(of: bytes) }
}

extension Snapshot {
  /// Bytes of the store's file, without what SQLite keeps beside it.
  package func bytes() throws -> Int64 {
    func value(_ pragma: String) throws -> Int64 {
      try Int64.fetchOne(database, sql: "PRAGMA \(pragma)") ?? 0
    }
    return try value("page_count") * value("page_size")
  }

  /// How many of the records that are seen were recorded after a moment.
  package func growth(since moment: Instant) throws -> Int64 {
    max(0, position - (try log.position(asOf: moment)))
  }
}

package import EventLog
import EventModel
import Foundation

extension Store {
  /// Appends and folds what a shared log holds and this mirror of it does not, a transaction for each
  /// thousand records. Gives the position at which both end.
  ///
  /// The last record here is compared with the one there, and every hash that an appender has told with
  /// the chain here: what differs throws ``StoreError/diverged(position:_:)``.
  @discardableResult
  package func follow(
    _ log: any LogStore, progress: (_ position: Int64) throws -> Void = { _ in }
  ) throws -> Int64 {
    var mirror = self
    mirror.sharing = .alone
    while true {
      let head = try mirror.read { try Log($0).head() }
      // From the last one known, so that one reading both compares and brings the news.
      let start = max(0, head.position - 1)
      var entries = try log.read(after: start, limit: Mirror.batch)
      let isLast = entries.count < Mirror.batch
      if head.position > 0 {
        guard let last = entries.first else {
          try Mirror.wait(until: head.position, in: log)
          continue
        }
        entries.removeFirst()
        guard let own = try mirror.read({ try Log($0).record(at: head.position) }) else { continue }
        try Mirror.compare(own, with: last)
      }
      if !entries.isEmpty {
        let isAppended = try mirror.write { transaction in
          // Another process of this machine may have followed meanwhile.
          guard try Log(transaction).head() == head else { return false }
          try Mirror.append(entries, after: head.position, in: transaction)
          return true
        }
        if !isAppended { continue }
        try progress(head.position + Int64(entries.count))
      }
      if isLast { return head.position + Int64(entries.count) }
    }
  }
}

private enum Mirror {
  /// How many records are read at once and kept in one transaction.
  static let batch = 1000

  /// Waits for the server that was asked, which may lag behind the others.
  static func wait(until position: Int64, in log: any LogStore) throws {
    let end = try log.end()
    guard end >= position else {
      throw StoreError.diverged(
        position: end + 1, "the log ends at @\(end), and this store knows \(position) records")
    }
    usleep(20_000)
  }

  static func compare(_ own: Record, with entry: LogEntry) throws {
    let (record, type) = (entry.record, own.type)
    guard record.id == own.id, record.type == type, record.payload == own.payload,
      entry.hash ?? own.hash == own.hash
    else {
      throw StoreError.diverged(
        position: own.position, "this store and the log have different records there, or before")
    }
  }

  static func append(
    _ entries: [LogEntry], after position: Int64, in transaction: Transaction
  ) throws {
    let records = try Projector.append(entries.map(\.record), to: transaction, now: .unset)
    guard records.count == entries.count else {
      throw StoreError.diverged(
        position: position + 1, "the log repeats a record that this store has at another position")
    }
    for (record, entry) in zip(records, entries) { try compare(record, with: entry) }
  }
}

package import EventLog
import EventModel

/// A store of this machine as a log: what is appended is folded too.
package struct StoreLog: LogStore {
  private let store: Store

  package init(_ store: Store) { self.store = store }

  package func end() throws -> Int64 { try store.read { try Log($0).head().position } }

  package func append(_ decided: [LogEntry], expecting position: Int64) throws {
    try store.write { transaction in
      let known = try Snapshot(of: transaction)
      guard known.head.position == position else { throw StoreError.overtaken }
      _ = try Projector.append(
        decided.map(\.record), decidedFrom: known, to: transaction, now: .unset)
    }
  }

  package func append(_ offered: [LogEntry]) throws -> [Int64?] {
    try store.write { transaction in
      let records = try Projector.append(offered.map(\.record), to: transaction, now: .unset)
      var news = records[...]
      return offered.map { news.first?.id == $0.record.id ? news.removeFirst().position : nil }
    }
  }

  package func read(after position: Int64, limit: Int) throws -> [LogEntry] {
    try store.read { try Log($0).read(after: position, limit: limit).map(LogEntry.init) }
  }
}

extension Instant {
  /// For records that say themselves when they were recorded.
  static var unset: Instant { Instant(milliseconds: 0) }
}

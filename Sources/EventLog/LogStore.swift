package import EventModel

/// Where an append-only log is kept: in a store of this machine, or on the servers that many share.
///
/// Positions count from 1 without gaps, and all who read see the same record at a position.
package protocol LogStore: Sendable {
  /// The position of its last record; 0 while it is empty.
  func end() throws -> Int64

  /// Appends what was decided from the log as it ended at a position, all of it or nothing. Throws
  /// ``StoreError/overtaken`` where it ends elsewhere by now.
  ///
  /// - Parameter decided: at most ``LogEntry/mostAtOnce``.
  func append(_ decided: [LogEntry], expecting position: Int64) throws

  /// Appends what holds wherever the log ends, but for what it has by that id already; each on its own.
  /// Offered again after a failure, nothing is there twice.
  ///
  /// - Returns: the position of each; nil for one that was there.
  func append(_ offered: [LogEntry]) throws -> [Int64?]

  /// The entries after a position in their order: `limit` of them, or as many as there are.
  func read(after position: Int64, limit: Int) throws -> [LogEntry]
}

/// A record on its way between logs.
package struct LogEntry: Equatable, Sendable {
  /// With the time at which it was recorded; where the record before it has a later one, that holds.
  package let record: NewRecord
  /// The hash chain at its position as its appender reckoned it; nil where that did not know the position.
  package let hash: Digest?

  package init(_ record: NewRecord, hash: Digest? = nil) {
    self.record = record
    self.hash = hash
  }

  package init(_ record: Record) {
    self.init(
      NewRecord(
        id: record.id, type: record.type, payload: record.payload, recorded: record.recorded,
        scheme: record.scheme), hash: record.hash)
  }

  /// How many can be appended so that none is there without the others.
  package static let mostAtOnce = 1000
}

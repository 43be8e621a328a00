public import EventLog
public import EventModel
import Foundation
import Projections

/// A store with its projections that goes when it is no longer used.
public final class TemporaryStore {
  public let store: Store
  public let now = Instant("2026-11-23T12:00:00Z")!

  public init() throws {
    let name = "annals-\(UUID().uuidString).sqlite"
    store = try Store(creating: FileManager.default.temporaryDirectory.appending(path: name).path)
    try store.write { try Projector.prepare($0) }
  }

  deinit {
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: store.path + ending)
    }
  }

  @discardableResult
  public func append(_ records: [NewRecord], now: Instant? = nil) throws -> [EventModel.Record] {
    try store.write { try Projector.append(records, to: $0, now: now ?? self.now) }
  }

  public func read<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
    try store.read(body)
  }

  public func write<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
    try store.write(body)
  }
}

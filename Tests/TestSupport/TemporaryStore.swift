package import EventLog
package import EventModel
import Foundation
import Projections

/// A store with its projections that goes when it is no longer used.
package final class TemporaryStore: Sendable {
  package let store: Store
  package let now = Instant("2026-11-23T12:00:00Z")!

  package init() throws {
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
  package func append(_ records: [NewRecord], now: Instant? = nil) throws -> [EventModel.Record] {
    try store.write { try Projector.append(records, to: $0, now: now ?? self.now) }
  }

  package func read<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
    try store.read(body)
  }

  package func write<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
    try store.write(body)
  }
}

import EventLog
import EventModel
import Foundation
import GRDB
import Projections

/// A store with its projections that goes when it is no longer used.
final class TemporaryStore {
  let store: Store

  init() throws {
    let name = "annals-\(UUID().uuidString).sqlite"
    store = try Store(creating: FileManager.default.temporaryDirectory.appending(path: name).path)
    try store.write { try Projector.prepare($0) }
  }

  deinit {
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: store.path + ending)
    }
  }

  func append(_ records: [NewRecord], now: Instant = Instant("2023-05-15")!) throws {
    _ = try store.write { try Projector.append(records, to: $0, now: now) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws -> Value { try store.write(body) }
}

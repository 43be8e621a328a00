import EventLog
import EventModel
import Foundation
import Projections

/// A store with its projections that goes when it is no longer used.
final class TemporaryStore {
  let store: Store
  let now = Instant("2026-11-23T12:00:00Z")!

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
}

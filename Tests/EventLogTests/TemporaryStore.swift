import EventLog
import EventModel
import Foundation
import GRDB

/// A store that goes when it is no longer used.
final class TemporaryStore {
  let store: Store

  init() throws {
    let name = "annals-\(UUID().uuidString).sqlite"
    store = try Store(creating: FileManager.default.temporaryDirectory.appending(path: name).path)
  }

  deinit {
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: store.path + ending)
    }
  }

  /// Offers the first `count` of a series of facts.
  @discardableResult
  func append(_ count: Int, now: Instant = LogTests.noon) throws -> [EventModel.Record] {
    let facts = (1...count).map { number in
      NewRecord(
        id: .naming("test", "\(number)"),
        change: .itemObserved(
          ItemObservation(feed: "f", feedTitle: "F", key: "\(number)", title: "title \(number)")))
    }
    return try store.write { try Log($0).append(facts, now: now) }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try store.read(body) }

  /// Changes the file behind the triggers' back.
  func tamper(_ sql: String) throws {
    try store.write { database in
      for trigger in [
        "record_is_not_changed", "record_is_not_deleted", "record_follows_the_last",
      ] { try database.execute(sql: "DROP TRIGGER \(trigger)") }
      try database.execute(sql: sql)
    }
  }
}

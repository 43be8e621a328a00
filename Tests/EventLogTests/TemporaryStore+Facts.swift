import EventLog
import EventModel
import GRDB
import TestSupport

extension TemporaryStore {
  /// Offers the first `count` of a series of facts.
  @discardableResult
  func append(_ count: Int, now: Instant = LogTests.noon) throws -> [EventModel.Record] {
    let facts = (1...count).map { number in
      NewRecord(
        id: .naming("test", "\(number)"),
        change: .itemObserved(
          ItemObservation(feed: "f", feedTitle: "F", key: "\(number)", title: "title \(number)")))
    }
    return try append(facts, now: now)
  }

  /// Changes the file behind the triggers' back.
  func tamper(_ sql: String) throws {
    try write { transaction in
      for trigger in [
        "record_is_not_changed", "record_is_not_deleted", "record_follows_the_last",
      ] { try transaction.database.execute(sql: "DROP TRIGGER \(trigger)") }
      try transaction.database.execute(sql: sql)
    }
  }
}

package import EventCoding
package import EventModel

/// What was read and what is owed, from run to run.
package protocol ReadingMemory {
  /// What is known when a run begins.
  func recall(by reader: String) throws -> ReadingRecall
  /// Takes so many items off a day's budget, or as many as are left of it; says how many.
  func reserve(_ count: Int, of limit: Int, on day: CivilDay) throws -> Int
  /// Notes that items are about to be asked about, so that they are asked twice again at most, whatever
  /// becomes of it.
  func noteAsked(_ items: [ItemToRead], of reader: String) throws
  /// Notes that items are owed a question that the budget does not allow now.
  func noteOwed(_ items: [ItemToRead], by reader: String) throws
  func save(_ reading: Reading, isDisputed: Bool, of item: ItemToRead, by reader: String) throws
  /// Notes that a host wants no question for a while.
  func pause(_ host: String, until moment: Instant) throws
  func paused(_ host: String) throws -> Instant?
}

/// What a reader has read so far.
package struct ReadingRecall: Sendable {
  package var readings: Readings
  /// How often each was asked about in vain, by the digest of what was to be read.
  package var attempts: [String: Int] = [:]
  /// Items that are owed a question and that a log holds: feed, key, and the digest.
  package var owed: [Debt] = []

  package struct Debt: Sendable {
    package let feed: String
    package let key: String
    package let digest: String

    package init(feed: String, key: String, digest: String) {
      self.feed = feed
      self.key = key
      self.digest = digest
    }
  }

  package init(_ readings: Readings) { self.readings = readings }
}

/// Forgets everything at the end of the run, for what has no store.
package final class PassingMemory: ReadingMemory {
  package init() {}

  package func recall(by reader: String) -> ReadingRecall { ReadingRecall(Readings(by: reader)) }
  package func reserve(_ count: Int, of limit: Int, on day: CivilDay) -> Int { min(count, limit) }
  package func noteAsked(_ items: [ItemToRead], of reader: String) {}
  package func noteOwed(_ items: [ItemToRead], by reader: String) {}
  package func save(
    _ reading: Reading, isDisputed: Bool, of item: ItemToRead, by reader: String
  ) {}
  package func pause(_ host: String, until moment: Instant) {}
  package func paused(_ host: String) -> Instant? { nil }
}

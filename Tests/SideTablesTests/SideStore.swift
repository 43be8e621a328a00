import EventModel
import FeedFetching
import TestSupport

@testable import SideTables

extension TemporaryStore {
  /// A store that has its side tables.
  static func withSideTables() throws -> TemporaryStore {
    let store = try TemporaryStore()
    try store.write { try SideSchema.prepare($0) }
    return store
  }
}

extension Subscription {
  /// One with a value in every field that it can have.
  static let full = Subscription(
    url: "https://example.org/feed", title: "例", groups: ["News", "Asia"], site: nil,
    interval: 3600, headers: ["A: b"], added: Instant("2026-11-23")!)
}

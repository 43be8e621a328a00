package import EventModel
package import JSONText
package import Projections

/// What a question is asked of: a snapshot, on a day.
package struct Question {
  package let snapshot: Snapshot
  /// The day for which it is asked, which answers repeat.
  package let asOf: CivilDay
  /// The day from which “last month” is counted.
  package let today: CivilDay
  /// The store's file.
  package let store: String
  /// The moment it is.
  let now: Instant
  /// How far the log went when annals last wrote to the store of an id, and where that is kept.
  let anchor: (String) -> (position: Int64, path: String)?
  /// By what items are coded now, and how well that did: `{encoder, types, events, stance}`.
  let coding: () -> JSON
  /// How the shared log stands to a mirror of it that ends at a position: `{log, end, lag}` or `{log, away}`;
  /// nil where the log is the store's own.
  let log: (Int64) throws -> JSON?
  let vocabulary: Vocabulary
  let tables: () -> FigureTables
  let attention: Attention

  package init(
    _ snapshot: Snapshot, asOf: CivilDay, today: CivilDay? = nil, now: Instant? = nil,
    store: String = "",
    anchor: @escaping (String) -> (position: Int64, path: String)? = { _ in nil },
    coding: @escaping () -> JSON = { .null },
    log: @escaping (Int64) throws -> JSON? = { _ in nil }, vocabulary: Vocabulary = Vocabulary(),
    tables: @escaping () -> FigureTables = { FigureTables() }, attention: Attention = Attention()
  ) {
    self.snapshot = snapshot
    self.asOf = asOf
    self.today = today ?? asOf
    self.now = now ?? Instant(asOf)
    self.store = store
    self.anchor = anchor
    self.coding = coding
    self.log = log
    self.vocabulary = vocabulary
    self.tables = tables
    self.attention = attention
  }
}

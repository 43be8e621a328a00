public import EventModel
public import Projections

/// What a question is asked of: a snapshot, on a day.
public struct Question {
  public let snapshot: Snapshot
  /// The day for which it is asked, which answers repeat.
  public let asOf: CivilDay
  /// The day from which “last month” is counted.
  public let today: CivilDay
  /// The store's file.
  public let store: String
  let vocabulary: Vocabulary

  public init(
    _ snapshot: Snapshot, asOf: CivilDay, today: CivilDay? = nil, store: String = "",
    vocabulary: Vocabulary = Vocabulary()
  ) {
    self.snapshot = snapshot
    self.asOf = asOf
    self.today = today ?? asOf
    self.store = store
    self.vocabulary = vocabulary
  }
}

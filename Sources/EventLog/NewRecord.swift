public import EventModel

/// A fact offered to the log, which gives it a position unless it knows the id already.
public struct NewRecord: Equatable, Sendable {
  public let id: RecordID
  public let change: Change
  /// When another copy of the log recorded it; nil lets the log take its own time.
  public let recorded: Instant?

  public init(id: RecordID, change: Change, recorded: Instant? = nil) {
    self.id = id
    self.change = change
    self.recorded = recorded
  }
}

/// Ours, not GRDB's class of that name.
public typealias Record = EventModel.Record

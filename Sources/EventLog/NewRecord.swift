public import EventModel

/// A fact offered to the log, which gives it a position unless it knows the id already.
public struct NewRecord: Equatable, Sendable {
  public let id: RecordID
  public let change: Change

  public init(id: RecordID, change: Change) {
    self.id = id
    self.change = change
  }
}

/// Ours, not GRDB's class of that name.
public typealias Record = EventModel.Record

package import EventModel

/// A fact offered to the log, which gives it a position unless it knows the id already.
package struct NewRecord: Equatable, Sendable {
  package let id: RecordID
  package let type: RecordType
  package let payload: [UInt8]
  /// When another copy of the log recorded it; nil lets the log take its own time.
  package let recorded: Instant?
  /// How its hash is made; the first scheme is for copies of records that were hashed by it.
  package let scheme: HashScheme
  /// Where it is known without reading the payload.
  private let known: Change?

  package init(id: RecordID, change: Change, recorded: Instant? = nil) {
    self.init(
      id: id, type: change.type, payload: change.payload, recorded: recorded, known: change)
  }

  package init(
    id: RecordID, type: RecordType, payload: [UInt8], recorded: Instant? = nil,
    scheme: HashScheme = .named
  ) {
    self.init(
      id: id, type: type, payload: payload, recorded: recorded, scheme: scheme, known: nil)
  }

  private init(
    id: RecordID, type: RecordType, payload: [UInt8], recorded: Instant?,
    scheme: HashScheme = .named, known: Change?
  ) {
    self.id = id
    self.type = type
    self.payload = payload
    self.recorded = recorded
    self.scheme = scheme
    self.known = known
  }

  package var change: Change { known ?? Change(type: type, payload: payload) }
}

/// Ours, not GRDB's class of that name.
package typealias Record = EventModel.Record

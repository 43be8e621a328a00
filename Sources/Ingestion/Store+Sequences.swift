public import EventLog
public import EventModel
import JSONText
import Projections

extension Store {
  /// Defines a sequence, or defines it anew.
  public func define(_ definition: SequenceDefinition, now: Instant) throws {
    let change = Change.sequenceDefined(definition)
    _ = try write { transaction in
      let place = try Log(transaction).head().position
      let id = RecordID.naming("hand", change.data.text, "\(place)")
      return try Projector.append([NewRecord(id: id, change: change)], to: transaction, now: now)
    }
  }
}

public import EventLog
public import EventModel
import JSONText
import Projections

/// What a person corrects of an event.
public enum HandAmendment: Sendable {
  /// A better account of what its founding report says.
  case correct(Event)
  /// None of these reports of it counts any longer.
  case retract([RecordID])
  /// The other event is the same one.
  case merge(RecordID)
  /// The record of a report that tells of another event.
  case split(RecordID)
}

extension Store {
  /// Appends a correction by hand; gives the first record of it.
  public func amend(
    _ event: RecordID, _ amendment: HandAmendment, reason: String, now: Instant
  ) throws -> RecordID {
    let changes: [Change] =
      switch amendment {
      case .correct(let corrected):
        [.eventAmended(EventAmendment(of: event, event: corrected, reason: reason))]
      case .retract(let reports):
        reports.map { .eventRetracted(EventRetraction(of: $0, reason: reason)) }
      case .merge(let other):
        [.eventsMerged(EventMerge(into: event, other: other, reason: reason))]
      case .split(let mention): [.eventSplit(EventSplit(mention: mention, reason: reason))]
      }
    return try write { transaction in
      let place = try Log(transaction).head().position
      let records = changes.map { change in
        NewRecord(id: .naming("hand", change.data.text, "\(place)"), change: change)
      }
      _ = try Projector.append(records, to: transaction, now: now)
      return records[0].id
    }
  }
}

public import EventLog
public import EventModel
import JSONText
import Projections

/// An event that a person records.
public struct HandWrittenEvent: Sendable {
  let report: Report

  /// Throws a ``FieldError`` that names the flag.
  public init(
    date: String, type: EventType, actors: [String], title: String, source: String, stance: String
  ) throws {
    let json = JSON.object([
      "date": .string(date), "type": .string(type.rawValue), "actors": .strings(actors),
      "title": .string(title), "stance": .string(stance),
    ])
    guard !title.isEmpty else { throw FieldError(key: "--title", problem: "is empty") }
    report = Report(
      event: try Event(json: json), mention: Mention(source: "hand", url: source))
  }
}

extension Store {
  /// Appends the event, unless the very same was added before; gives its id.
  public func add(_ event: HandWrittenEvent, now: Instant) throws -> RecordID {
    let change = Change.eventReported(event.report)
    let id = RecordID.naming("hand", change.data.text)
    _ = try write { transaction in
      try Projector.append([NewRecord(id: id, change: change)], to: transaction, now: now)
    }
    return id
  }
}

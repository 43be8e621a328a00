package import EventLog
package import EventModel
import Projections

/// What a person says of an event by one command.
package enum HandAct: Sendable {
  /// An event that the log does not know.
  case add(Report)
  /// Fields of one report of it, and its source.
  case correct(RecordID, EventPatch?, mention: Mention?)
  /// None of these reports of it counts any longer.
  case retract([RecordID])
  /// The other event is the same one.
  case merge(into: RecordID, RecordID)
  /// The record of a report that tells of another event.
  case split(RecordID)
  /// The act is taken back.
  case undo(RecordID)
}

extension Store {
  /// Appends an event that a person writes; gives the record that tells it, and whether it is new:
  /// adding the same event twice is adding it once.
  package func add(_ report: Report, now: Instant) throws -> (id: RecordID, isNew: Bool) {
    let id = HandAct.add(report).recordID(.naming(""), 0)
    if try record(.add(report), reason: "", now: now) != nil { return (id, true) }
    // What was added and undone is added again by undoing that.
    let undoing = try ask { try $0.act(named: id.description)?.undoing?.act }
    guard let undoing else { return (id, false) }
    return (id, try record(.undo(undoing), reason: "added again", now: now) != nil)
  }

  /// Appends what a person says as one act; gives the first record of it, nil when the log holds it
  /// already.
  package func record(_ act: HandAct, reason: String, now: Instant) throws -> RecordID? {
    try write { transaction in
      let head = try Log(transaction).head()
      let id = RecordID.naming("act", head.hash.description)
      let records = act.changes(id, reason).enumerated().map { place, change in
        NewRecord(id: act.recordID(id, place), change: change)
      }
      return try Projector.append(records, to: transaction, now: now).first?.id
    }
  }
}

extension HandAct {
  fileprivate func changes(_ act: RecordID, _ reason: String) -> [Change] {
    switch self {
    case .add(let report):
      [.eventReported(Report(event: report.event, mention: report.mention, act: act))]
    case .correct(let account, let patch, let mention):
      [
        .eventAmended(
          EventAmendment(
            of: account, .fields(patch ?? .empty), mention: mention, author: .person, act: act,
            reason: reason))
      ]
    case .retract(let accounts):
      accounts.map {
        .eventRetracted(EventRetraction(of: $0, author: .person, act: act, reason: reason))
      }
    case .merge(let into, let other):
      [
        .eventsMerged(
          EventMerge(into: into, other: other, author: .person, act: act, reason: reason))
      ]
    case .split(let account):
      [.eventSplit(EventSplit(mention: account, author: .person, act: act, reason: reason))]
    case .undo(let of): [.actUndone(ActUndoing(of: of, act: act, reason: reason))]
    }
  }

  /// An event that is added is named by what it tells, anything else by its act.
  fileprivate func recordID(_ act: RecordID, _ place: Int) -> RecordID {
    guard case .add(let report) = self else {
      return .naming("hand", act.description, "\(place)")
    }
    let event = report.event
    return .naming(
      "hand", event.type.rawValue, event.date?.text ?? "", event.title, report.mention.url ?? "",
      event.actors.map(\.name).joined(separator: "\u{1F}"))
  }
}

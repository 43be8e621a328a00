package import EventLog
package import EventModel
package import Projections

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
  /// Words are put beside the event, or taken off.
  case tag(RecordID, [String], isOn: Bool)
  /// The events are marked as important, or no longer.
  case star([RecordID], isOn: Bool)
  /// Words about the event; empty ones take the note back.
  case note(RecordID, String)
  /// Something of the name of an actor.
  case name(ActorLink)
  /// A query under a name; none takes it away.
  case save(String, query: String?, isAlert: Bool)
  /// Reports of an earlier and a later stage, and what the later is to the earlier.
  case link([(from: RecordID, to: RecordID)], stage: String)
  /// An answer to a question of a review about each of these reports, or about an item.
  case answer([RecordID], question: String, String)
  /// The act is taken back.
  case undo(RecordID)
}

extension Store {
  /// Appends an event that a person writes; gives the record that tells it, and whether it is new:
  /// adding the same event twice is adding it once.
  package func add(_ report: Report, now: Instant) throws -> (id: RecordID, isNew: Bool) {
    let add = HandAct.add(report)
    let id = add.recordID(.naming(""), 0)
    let record = try record(reason: "added again", now: now) { known in
      // What was added and undone is added again by undoing that.
      try known.act(named: id.description)?.undoing.map { .undo($0.act) } ?? add
    }
    return (id, record != nil)
  }

  /// Appends as one act what a person says of the store as it is; gives the first record of it, nil
  /// when the log holds it already.
  package func record(
    reason: String, now: Instant, deciding: (Snapshot) throws -> HandAct
  ) throws -> RecordID? {
    try act(now: now) { known, id in
      let act = try deciding(known)
      return act.changes(id, reason).enumerated().map { place, change in
        NewRecord(id: act.recordID(id, place), change: change)
      }
    }
  }

  /// Appends what a person does by one command as an act that can be undone; gives its first record, nil
  /// where there is nothing to append.
  func act(
    now: Instant, _ deciding: (Snapshot, _ act: RecordID) throws -> [NewRecord]
  ) throws -> RecordID? {
    try append(now: now) { known in
      try deciding(known, .naming("act", known.head.hash.description))
    }.first?.id
  }
}

extension RecordID {
  /// The name of a record by its place in what a person did.
  static func hand(_ act: RecordID, _ place: Int) -> RecordID {
    .naming("hand", act.description, "\(place)")
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
    case .tag(let event, let tags, let isOn):
      tags.map { .eventTagged(EventTag(of: event, tag: $0, isOn: isOn, act: act)) }
    case .star(let events, let isOn):
      events.map { .eventStarred(EventStar(of: $0, isOn: isOn, act: act)) }
    case .note(let event, let text): [.eventNoted(EventNote(of: event, text: text, act: act))]
    case .name(let link): [.actorLinked(link.said(by: act))]
    case .save(let name, let query, let isAlert):
      [.querySaved(SavedQuery(name: name, query: query, isAlert: isAlert, act: act))]
    case .link(let pairs, let stage):
      pairs.map { from, to in
        .eventsLinked(
          EventLink(
            from: from, to: to, stage: stage, score: 1, author: .person, act: act, reason: reason))
      }
    case .answer(let subjects, let question, let answer):
      subjects.map {
        .reviewAnswered(ReviewAnswer(of: $0, question: question, answer: answer, act: act))
      }
    case .undo(let of): [.actUndone(ActUndoing(of: of, act: act, reason: reason))]
    }
  }

  /// An event that is added is named by what it tells, anything else by its act.
  fileprivate func recordID(_ act: RecordID, _ place: Int) -> RecordID {
    guard case .add(let report) = self else { return .hand(act, place) }
    let event = report.event
    return .naming(
      "hand", event.type.rawValue, event.date?.text ?? "", event.title, report.mention.url ?? "",
      event.actors.map(\.name).joined(separator: "\u{1F}"))
  }
}

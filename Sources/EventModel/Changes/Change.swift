package import JSONText

/// What a record says. A fact is never edited: a later record amends, retracts, merges or splits.
package enum Change: Equatable, Sendable {
  case itemObserved(ItemObservation)
  case itemRevised(ItemRevision)
  case eventReported(Report)
  case eventMentioned(EventMention)
  case eventAmended(EventAmendment)
  case eventRetracted(EventRetraction)
  case eventsMerged(EventMerge)
  case eventSplit(EventSplit)
  case eventsLinked(EventLink)
  case eventTagged(EventTag)
  case eventStarred(EventStar)
  case eventNoted(EventNote)
  case actorLinked(ActorLink)
  case sequenceDefined(SequenceDefinition)
  case phaseBegan(PhaseBoundary)
  case phaseEnded(PhaseBoundary)
  case durationStated(StatedDuration)
  case shiftDefined(ShiftDefinition)
  case forecastIssued(ForecastIssue)
  case forecastResolved(ForecastResolution)
  case forecastAnnulled(ForecastAnnulment)
  case actUndone(ActUndoing)
  case querySaved(SavedQuery)
  case reviewAnswered(ReviewAnswer)
  case coverageStated(StatedCoverage)
  case clockCorrected(ClockCorrection)
  case logRestored(LogRestoration)
  /// What a newer annals wrote, or what cannot be read: kept, exported, and folded into nothing.
  case unknown(UnknownChange)
}

/// A payload that this annals cannot read.
package struct UnknownChange: Hashable, Sendable {
  package let type: RecordType
  /// The payload as it was written.
  package let payload: [UInt8]
  /// Such as `type: is missing`; nil where the type itself is not known.
  package let reason: String?
}

extension Change {
  /// Reads a payload of the log. What cannot be read is an ``unknown(_:)``; nothing throws, since a
  /// record is in the log whether or not this annals knows what it says.
  package init(type: RecordType, payload: [UInt8]) {
    do {
      guard let kind = ChangeKind(rawValue: type.name), 1...kind.version ~= type.version else {
        self = .unknown(UnknownChange(type: type, payload: payload, reason: nil))
        return
      }
      self = try Change(kind, data: Upcasting.upcast(JSON.parse(payload), kind, type.version))
    } catch {
      self = .unknown(UnknownChange(type: type, payload: payload, reason: "\(error)"))
    }
  }

  package var type: RecordType {
    if case .unknown(let change) = self { return change.type }
    return kind.map { RecordType(name: $0.rawValue, version: $0.version) }!
  }

  /// The payload as the log stores it: the `data` of a CloudEvent.
  package var payload: [UInt8] {
    if case .unknown(let change) = self { change.payload } else { data.bytes }
  }

  /// Nil for what this annals does not know.
  package var kind: ChangeKind? {
    switch self {
    case .itemObserved: .itemObserved
    case .itemRevised: .itemRevised
    case .eventReported: .eventReported
    case .eventMentioned: .eventMentioned
    case .eventAmended: .eventAmended
    case .eventRetracted: .eventRetracted
    case .eventsMerged: .eventsMerged
    case .eventSplit: .eventSplit
    case .eventsLinked: .eventsLinked
    case .eventTagged: .eventTagged
    case .eventStarred: .eventStarred
    case .eventNoted: .eventNoted
    case .actorLinked: .actorLinked
    case .sequenceDefined: .sequenceDefined
    case .phaseBegan: .phaseBegan
    case .phaseEnded: .phaseEnded
    case .durationStated: .durationStated
    case .shiftDefined: .shiftDefined
    case .forecastIssued: .forecastIssued
    case .forecastResolved: .forecastResolved
    case .forecastAnnulled: .forecastAnnulled
    case .actUndone: .actUndone
    case .querySaved: .querySaved
    case .reviewAnswered: .reviewAnswered
    case .coverageStated: .coverageStated
    case .clockCorrected: .clockCorrected
    case .logRestored: .logRestored
    case .unknown: nil
    }
  }

  /// The payload as a value; null for what cannot be read as one.
  package var data: JSON {
    switch self {
    case .itemObserved(let item): item.json
    case .itemRevised(let revision): revision.json
    case .eventReported(let report): report.json
    case .eventMentioned(let mention): mention.json
    case .eventAmended(let amendment): amendment.json
    case .eventRetracted(let retraction): retraction.json
    case .eventsMerged(let merge): merge.json
    case .eventSplit(let split): split.json
    case .eventsLinked(let link): link.json
    case .eventTagged(let tag): tag.json
    case .eventStarred(let star): star.json
    case .eventNoted(let note): note.json
    case .actorLinked(let link): link.json
    case .sequenceDefined(let definition): definition.json
    case .phaseBegan(let boundary), .phaseEnded(let boundary): boundary.json
    case .durationStated(let duration): duration.json
    case .shiftDefined(let definition): definition.json
    case .forecastIssued(let issue): issue.json
    case .forecastResolved(let resolution): resolution.json
    case .forecastAnnulled(let annulment): annulment.json
    case .actUndone(let undoing): undoing.json
    case .querySaved(let query): query.json
    case .reviewAnswered(let answer): answer.json
    case .coverageStated(let coverage): coverage.json
    case .clockCorrected(let correction): correction.json
    case .logRestored(let restoration): restoration.json
    case .unknown(let change): (try? JSON.parse(change.payload)) ?? .null
    }
  }

  /// Reads a payload of the kind's version of today.
  package init(_ kind: ChangeKind, data: JSON) throws(FieldError) {
    self =
      switch kind {
      case .itemObserved: .itemObserved(try ItemObservation(json: data))
      case .itemRevised: .itemRevised(try ItemRevision(json: data))
      case .eventReported: .eventReported(try Report(json: data))
      case .eventMentioned: .eventMentioned(try EventMention(json: data))
      case .eventAmended: .eventAmended(try EventAmendment(json: data))
      case .eventRetracted: .eventRetracted(try EventRetraction(json: data))
      case .eventsMerged: .eventsMerged(try EventMerge(json: data))
      case .eventSplit: .eventSplit(try EventSplit(json: data))
      case .eventsLinked: .eventsLinked(try EventLink(json: data))
      case .eventTagged: .eventTagged(try EventTag(json: data))
      case .eventStarred: .eventStarred(try EventStar(json: data))
      case .eventNoted: .eventNoted(try EventNote(json: data))
      case .actorLinked: .actorLinked(try ActorLink(json: data))
      case .sequenceDefined: .sequenceDefined(try SequenceDefinition(json: data))
      case .phaseBegan: .phaseBegan(try PhaseBoundary(json: data))
      case .phaseEnded: .phaseEnded(try PhaseBoundary(json: data))
      case .durationStated: .durationStated(try StatedDuration(json: data))
      case .shiftDefined: .shiftDefined(try ShiftDefinition(json: data))
      case .forecastIssued: .forecastIssued(try ForecastIssue(json: data))
      case .forecastResolved: .forecastResolved(try ForecastResolution(json: data))
      case .forecastAnnulled: .forecastAnnulled(try ForecastAnnulment(json: data))
      case .actUndone: .actUndone(try ActUndoing(json: data))
      case .querySaved: .querySaved(try SavedQuery(json: data))
      case .reviewAnswered: .reviewAnswered(try ReviewAnswer(json: data))
      case .coverageStated: .coverageStated(try StatedCoverage(json: data))
      case .clockCorrected: .clockCorrected(try ClockCorrection(json: data))
      case .logRestored: .logRestored(try LogRestoration(json: data))
      }
  }
}

/// The kinds of change by the names under which the log stores them; part of the type of a
/// CloudEvent. A name is never used again for anything else.
package enum ChangeKind: String, Sendable, CaseIterable {
  case itemObserved = "item.observed"
  case itemRevised = "item.revised"
  case eventReported = "event.reported"
  case eventMentioned = "event.mentioned"
  case eventAmended = "event.amended"
  case eventRetracted = "event.retracted"
  case eventsMerged = "events.merged"
  case eventSplit = "event.split"
  case eventsLinked = "events.linked"
  case eventTagged = "event.tagged"
  case eventStarred = "event.starred"
  case eventNoted = "event.noted"
  case actorLinked = "actor.linked"
  case sequenceDefined = "sequence.defined"
  case phaseBegan = "phase.began"
  case phaseEnded = "phase.ended"
  case durationStated = "duration.stated"
  case shiftDefined = "shift.defined"
  case forecastIssued = "forecast.issued"
  case forecastResolved = "forecast.resolved"
  case forecastAnnulled = "forecast.annulled"
  case actUndone = "act.undone"
  case querySaved = "query.saved"
  case reviewAnswered = "review.answered"
  case coverageStated = "coverage.stated"
  case clockCorrected = "clock.corrected"
  case logRestored = "log.restored"

  package var name: String { rawValue }

  /// The version that is written today; ``Upcasting`` brings earlier ones to it.
  package var version: Int {
    switch self {
    case .eventAmended, .eventRetracted, .eventsMerged, .eventSplit: 2
    default: 1
    }
  }
}

/// What a record's payload is: the name of a kind of change and the version of its shape. A log may
/// hold types that this annals does not know.
package struct RecordType: Hashable, Sendable, CustomStringConvertible {
  /// Such as `event.reported`.
  package let name: String
  package let version: Int

  package init(name: String, version: Int) {
    self.name = name
    self.version = version
  }

  /// Such as `event.reported.v1`.
  package var description: String { "\(name).v\(version)" }
}

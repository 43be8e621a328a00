import EventModel

/// What a CloudEvent's envelope says of a change.
extension Change {
  /// The feed, book or person that the fact comes from.
  var origin: String {
    switch self {
    case .itemObserved(let item): item.feed
    case .itemRevised(let revision): revision.current.feed
    case .eventReported(let report): report.mention.source
    case .eventMentioned(let mention): mention.report.mention.source
    case .eventAmended, .eventRetracted, .eventsMerged, .eventSplit, .eventsLinked, .eventTagged,
      .eventStarred, .eventNoted, .actorLinked, .forecastAnnulled, .actUndone, .reviewAnswered:
      "annals:amend"
    case .querySaved, .clockCorrected, .logRestored, .unknown: "annals:log"
    case .coverageStated(let coverage): coverage.source
    case .forecastIssued(let issue): issue.mention.source
    case .forecastResolved(let resolution): resolution.mention.source
    case .sequenceDefined(let definition): definition.mention.source
    case .phaseBegan(let boundary), .phaseEnded(let boundary): boundary.mention.source
    case .durationStated(let stated): stated.mention.source
    case .shiftDefined(let definition): definition.mention.source
    }
  }

  /// When it happened, where the day is known.
  var occurred: Instant? {
    switch self {
    case .itemObserved(let item): item.published
    case .itemRevised(let revision): revision.current.published
    case .eventReported(let report): report.event.date?.moment
    case .eventMentioned(let mention): mention.report.event.date?.moment
    case .eventAmended(let amendment):
      if case .whole(let event) = amendment.content { event.date?.moment } else { nil }
    case .phaseBegan(let boundary), .phaseEnded(let boundary): boundary.date.moment
    case .forecastIssued(let issue): Instant(issue.asOf)
    case .forecastResolved(let resolution): Instant(resolution.date)
    case .eventRetracted, .eventsMerged, .eventSplit, .eventsLinked, .eventTagged, .eventStarred,
      .eventNoted, .actorLinked, .sequenceDefined, .durationStated, .shiftDefined,
      .forecastAnnulled, .actUndone,
      .querySaved,
      .reviewAnswered, .coverageStated, .clockCorrected, .logRestored, .unknown:
      nil
    }
  }

  /// The record that this one is about.
  var cause: RecordID? {
    switch self {
    case .itemRevised(let revision): revision.item
    case .eventReported(let report): report.mention.item
    case .eventMentioned(let mention): mention.of
    case .eventAmended(let amendment): amendment.of
    case .eventRetracted(let retraction): retraction.of
    case .eventsMerged(let merge): merge.other
    case .eventSplit(let split): split.mention
    case .forecastResolved(let resolution): resolution.of
    case .forecastAnnulled(let annulment): annulment.of
    case .eventsLinked(let link): link.to
    case .eventTagged(let tag): tag.of
    case .eventStarred(let star): star.of
    case .eventNoted(let note): note.of
    case .actUndone(let undoing): undoing.of
    case .reviewAnswered(let answer): answer.of
    case .itemObserved, .actorLinked, .sequenceDefined, .phaseBegan, .phaseEnded, .durationStated,
      .shiftDefined, .forecastIssued, .querySaved, .coverageStated, .clockCorrected, .logRestored,
      .unknown:
      nil
    }
  }
}

extension PartialDate {
  fileprivate var moment: Instant? { precision == .day ? first.map(Instant.init) : nil }
}

/// What a record says. A fact is never edited: a later record amends, retracts, merges or splits.
public enum Change: Equatable, Sendable {
  case itemObserved(ItemObservation)
  case itemRevised(ItemRevision)
  case eventReported(Report)
  case eventMentioned(EventMention)
  case eventAmended(EventAmendment)
  case eventRetracted(EventRetraction)
  case eventsMerged(EventMerge)
  case eventSplit(EventSplit)
  case sequenceDefined(SequenceDefinition)
  case phaseBegan(PhaseBoundary)
  case phaseEnded(PhaseBoundary)
  case durationStated(StatedDuration)
  case forecastIssued(ForecastIssue)
  case forecastResolved(ForecastResolution)
  case forecastAnnulled(ForecastAnnulment)
}

public import JSONText

extension Change {
  public var kind: ChangeKind {
    switch self {
    case .itemObserved: .itemObserved
    case .itemRevised: .itemRevised
    case .eventReported: .eventReported
    case .eventMentioned: .eventMentioned
    case .eventAmended: .eventAmended
    case .eventRetracted: .eventRetracted
    case .eventsMerged: .eventsMerged
    case .eventSplit: .eventSplit
    case .sequenceDefined: .sequenceDefined
    case .phaseBegan: .phaseBegan
    case .phaseEnded: .phaseEnded
    case .durationStated: .durationStated
    case .forecastIssued: .forecastIssued
    case .forecastResolved: .forecastResolved
    case .forecastAnnulled: .forecastAnnulled
    }
  }

  /// The payload as the log stores it: the `data` of a CloudEvent.
  public var data: JSON {
    switch self {
    case .itemObserved(let item): item.json
    case .itemRevised(let revision): revision.json
    case .eventReported(let report): report.json
    case .eventMentioned(let mention): mention.json
    case .eventAmended(let amendment): amendment.json
    case .eventRetracted(let retraction): retraction.json
    case .eventsMerged(let merge): merge.json
    case .eventSplit(let split): split.json
    case .sequenceDefined(let definition): definition.json
    case .phaseBegan(let boundary), .phaseEnded(let boundary): boundary.json
    case .durationStated(let duration): duration.json
    case .forecastIssued(let issue): issue.json
    case .forecastResolved(let resolution): resolution.json
    case .forecastAnnulled(let annulment): annulment.json
    }
  }

  package init(kind: ChangeKind, data: JSON) throws(FieldError) {
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
      case .sequenceDefined: .sequenceDefined(try SequenceDefinition(json: data))
      case .phaseBegan: .phaseBegan(try PhaseBoundary(json: data))
      case .phaseEnded: .phaseEnded(try PhaseBoundary(json: data))
      case .durationStated: .durationStated(try StatedDuration(json: data))
      case .forecastIssued: .forecastIssued(try ForecastIssue(json: data))
      case .forecastResolved: .forecastResolved(try ForecastResolution(json: data))
      case .forecastAnnulled: .forecastAnnulled(try ForecastAnnulment(json: data))
      }
  }
}

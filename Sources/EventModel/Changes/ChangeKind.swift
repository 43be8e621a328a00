/// The kinds of change, numbered as the log stores them. A number is never used again.
public enum ChangeKind: Int, Sendable, CaseIterable {
  case itemObserved = 1
  case itemRevised = 2
  case eventReported = 3
  case eventMentioned = 4
  case eventAmended = 5
  case eventRetracted = 6
  case eventsMerged = 7
  case eventSplit = 8
  case sequenceDefined = 9
  case phaseBegan = 10
  case phaseEnded = 11
  case durationStated = 12
  case forecastIssued = 13
  case forecastResolved = 14
  case forecastAnnulled = 15

  /// Such as `event.reported`; part of the type of a CloudEvent.
  public var name: String {
    switch self {
    case .itemObserved: "item.observed"
    case .itemRevised: "item.revised"
    case .eventReported: "event.reported"
    case .eventMentioned: "event.mentioned"
    case .eventAmended: "event.amended"
    case .eventRetracted: "event.retracted"
    case .eventsMerged: "events.merged"
    case .eventSplit: "event.split"
    case .sequenceDefined: "sequence.defined"
    case .phaseBegan: "phase.began"
    case .phaseEnded: "phase.ended"
    case .durationStated: "duration.stated"
    case .forecastIssued: "forecast.issued"
    case .forecastResolved: "forecast.resolved"
    case .forecastAnnulled: "forecast.annulled"
    }
  }
}

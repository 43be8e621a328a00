import EventModel

/// What an import or an ingest has added to the log.
package struct Appended: Equatable, Sendable {
  package private(set) var records = 0
  /// Rows of event books that were read.
  package internal(set) var rows = 0
  package private(set) var items = 0
  package private(set) var revisions = 0
  /// Events reported for the first time.
  package private(set) var events = 0
  /// Reports of events, the first ones included.
  package private(set) var mentions = 0
  package private(set) var phases = 0
  package private(set) var amendments = 0
  /// Reports that a machine would have changed and a person has touched; they stay as they are.
  package internal(set) var flagged = 0
  /// The titles of the first events that were reported for the first time.
  package private(set) var titles: [String] = []
  /// Forecasts issued, resolved or annulled.
  package private(set) var forecasts = 0

  private static let mostTitles = 5

  package init() {}

  mutating func count(_ appended: [EventModel.Record]) {
    records += appended.count
    for record in appended {
      let kind = ChangeKind(rawValue: record.type.name)
      guard let kind, record.type.version <= kind.version else { continue }
      switch kind {
      case .itemObserved: items += 1
      case .itemRevised: revisions += 1
      case .eventReported:
        events += 1
        mentions += 1
        if titles.count < Appended.mostTitles, case .eventReported(let report) = record.change {
          titles.append(report.event.title)
        }
      case .eventMentioned: mentions += 1
      case .phaseBegan, .phaseEnded, .durationStated: phases += 1
      case .eventAmended, .eventRetracted, .eventsMerged, .eventSplit, .actUndone: amendments += 1
      case .forecastIssued, .forecastResolved, .forecastAnnulled: forecasts += 1
      default: break
      }
    }
  }

  package static func + (left: Appended, right: Appended) -> Appended {
    var sum = left
    sum.records += right.records
    sum.rows += right.rows
    sum.items += right.items
    sum.revisions += right.revisions
    sum.events += right.events
    sum.mentions += right.mentions
    sum.phases += right.phases
    sum.amendments += right.amendments
    sum.forecasts += right.forecasts
    sum.flagged += right.flagged
    sum.titles = Array((sum.titles + right.titles).prefix(mostTitles))
    return sum
  }
}

import EventModel
import Forecasting
import JSONText
import Projections

/// What annals, or whoever, recorded of how long a phase of a sequence would last: the days of the law's median and
/// of its central 80 %.
package struct EarlierForecast: Sendable {
  let id: RecordID
  let forecaster: String
  let asOf: CivilDay
  let phase: String
  let median: CivilDay
  let eighty: ClosedRange<CivilDay>

  /// Nil for what gave no law, was withdrawn or annulled, or is of another sequence.
  init?(_ entry: LedgerEntry, of sequence: String) {
    guard !entry.isWithdrawn, entry.annulment == nil,
      case .nextPhase(sequence, let phase, _, _) = entry.issue.rule,
      let law = entry.issue.law?.durationLaw, let median = entry.issue.medianDay,
      let low = entry.issue.day(at: law.intervals.eighty.lowerBound),
      let high = entry.issue.day(at: law.intervals.eighty.upperBound)
    else { return nil }
    (id, forecaster, asOf) = (entry.id, entry.issue.forecaster, entry.issue.asOf)
    (self.phase, self.median, eighty) = (phase, median, low...high)
  }

  var json: JSON {
    .object([
      "id": .string(id.description), "forecaster": .string(forecaster),
      "asOf": .string(asOf.description), "phase": .string(phase),
      "median": .string(median.description),
      "interval80": .strings([eighty.lowerBound.description, eighty.upperBound.description]),
    ])
  }
}

extension Question {
  /// The forecasts of the ledger, made before the day asked for, of how long phases of a sequence last, in the order
  /// of their recording.
  func earlierForecasts(of sequence: String) throws -> [EarlierForecast] {
    try snapshot.ledger().compactMap { EarlierForecast($0, of: sequence) }.filter { $0.asOf < asOf }
  }
}

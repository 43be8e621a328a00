package import EventLog
package import EventModel
import JSONText
package import Projections

extension Store {
  /// Issues a forecast by hand; the same question with the same law as of the same day is one record.
  /// Gives its id, and whether it is new.
  package func issue(
    _ forecast: ForecastIssue, now: Instant
  ) throws -> (id: RecordID, isNew: Bool) {
    let name = forecast.name
    var earlier: RecordID?
    let new = try act(now: now) { known, act in
      let same = try known.ledger().filter { $0.issue.name == name }
      earlier = same.first { !$0.isWithdrawn }?.id
      guard earlier == nil else { return [] }
      var issue = forecast
      issue.act = act
      // The record that was withdrawn keeps the name.
      return [NewRecord(id: same.isEmpty ? name : .hand(act, 0), change: .forecastIssued(issue))]
    }
    return (earlier ?? new!, new != nil)
  }

  /// Closes a forecast by hand, as resolved or annulled; gives the record.
  package func close(
    now: Instant, deciding: (Snapshot, _ act: RecordID) throws -> Change
  ) throws -> RecordID {
    try change(now: now, deciding)!
  }

  /// Resolves every forecast that the log can decide by now; gives how many.
  package func resolveForecasts(now: Instant) throws -> Int {
    try write { try Resolver.resolve(in: $0, now: now).count }
  }

  /// Defines a sequence by hand, or defines it anew; nil where it is defined so already. `check` may
  /// throw why it must not be.
  package func define(
    _ definition: SequenceDefinition, now: Instant, check: (Snapshot) throws -> Void = { _ in }
  ) throws -> RecordID? {
    try change(now: now) { known, act in
      let former = try known.definition(
        of: definition.sequence, source: definition.mention.source)
      if case .sequenceDefined(var same) = former?.change {
        same.act = nil
        if same == definition { return nil }
      }
      try check(known)
      var new = definition
      new.act = act
      return .sequenceDefined(new)
    }
  }

  /// States by hand that a phase began; gives the record.
  package func begin(_ boundary: PhaseBoundary, now: Instant) throws -> RecordID {
    try change(now: now) { _, act in
      .phaseBegan(
        PhaseBoundary(
          sequence: boundary.sequence, phase: boundary.phase, date: boundary.date,
          mention: boundary.mention, act: act))
    }!
  }

  /// Appends one change as an act; gives its record, nil where there is nothing to append.
  private func change(
    now: Instant, _ deciding: (Snapshot, _ act: RecordID) throws -> Change?
  ) throws -> RecordID? {
    try act(now: now) { known, act in
      try deciding(known, act).map { [NewRecord(id: .hand(act, 0), change: $0)] } ?? []
    }
  }
}

extension ForecastIssue {
  /// The name of its record: by what it says, whatever else the log held when it was made.
  fileprivate var name: RecordID {
    let asides: Set = ["act", "position", "dataDigest", "priorDigest"]
    let said = (Change.forecastIssued(self).data.members ?? []).filter {
      !asides.contains($0.key)
    }
    return .naming("forecast", String(decoding: JSON.object(said).bytes, as: UTF8.self))
  }
}

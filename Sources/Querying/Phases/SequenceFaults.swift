import EventModel
import Projections

/// What is wrong with what is said of a sequence, and what to do about it.
package struct SequenceFault: Equatable, Sendable {
  package let message: String
  package let remedy: String
  /// Nothing is wrong, but something is to be done.
  package var isReminder = false
}

extension Question {
  /// Phases out of order, two on one day, beginnings after their own publication; and sequences of which
  /// annals has open forecasts though the log has not known them for longer than half a phase.
  package func sequenceFaults() throws -> [SequenceFault] {
    var faults: [SequenceFault] = []
    let statements = try snapshot.statements()
    for table in PhaseTable.tables(of: statements) where table.query == nil {
      faults += table.faults
    }
    for record in statements {
      guard case .phaseBegan(let boundary) = record.change, let began = boundary.date.first,
        let published = boundary.mention.published?.last, published < began
      else { continue }
      faults.append(
        SequenceFault(
          message:
            "“\(boundary.phase)” of \(boundary.sequence) began on \(began), after its source "
            + "was published on \(published)",
          remedy: "correct the date, or the day of publication"))
    }
    return try faults + staleSequences()
  }

  private func staleSequences() throws -> [SequenceFault] {
    var seen: Set<String> = []
    return try snapshot.ledger().compactMap { entry in
      guard entry.isOpen, entry.issue.mention.source == "annals",
        case .nextPhase(let sequence, _, _, _) = entry.issue.rule, seen.insert(sequence).inserted,
        let (table, until) = try known(ofSequence: sequence), let known = until
      else { return nil }
      let lengths = table.phases.indices.compactMap { table.duration(of: $0) }.sorted()
      guard !lengths.isEmpty,
        table.unit.count(from: known.day, to: asOf) > lengths[lengths.count / 2] / 2
      else { return nil }
      return SequenceFault(
        message: "“\(sequence)” is forecast, and nothing is known of it since \(known.day)",
        remedy: "poll its feeds, or import a book that is complete until later (completeUntil)",
        isReminder: true)
    }
  }
}

extension PhaseTable {
  fileprivate var faults: [SequenceFault] {
    let remedy = "correct the dates where they are stated: annals phases \(sequence)"
    return phases.indices.flatMap { index -> [SequenceFault] in
      let phase = phases[index]
      guard let began = phase.began?.first else { return [] }
      var faults: [String] = []
      if let ended = phase.ended?.last, ended < began {
        faults.append("“\(phase.name)” of \(sequence) ended on \(ended), before it began")
      }
      if index + 1 < phases.count, let next = phases[index + 1].began {
        let name = phases[index + 1].name
        if next == phase.began, next.precision == .day {
          faults.append("“\(phase.name)” and “\(name)” of \(sequence) began on one day, \(began)")
        }
        if let ended = phase.ended?.first, let last = next.last, last < ended {
          faults.append("“\(name)” of \(sequence) began before “\(phase.name)” had ended")
        }
      }
      return faults.map { SequenceFault(message: $0, remedy: remedy) }
    }
  }
}

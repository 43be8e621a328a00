import EventModel
import Projections

extension Question {
  /// A sequence as the world could know it at the end of a day: what the log had recorded by then,
  /// and what sources had published by then though it was recorded only later.
  ///
  /// The second makes a reconstruction of the first, which an answer has to say.
  func phaseTable(
    of sequence: String, knownBy day: CivilDay
  ) throws -> (table: PhaseTable, statements: [Record], isReconstructed: Bool) {
    _ = try phaseTable(of: sequence)
    let end = Instant(day.advanced(by: 1))
    let known = try snapshot.statements(of: sequence).filter { record in
      guard record.recorded >= end else { return true }
      return record.change.published.map { $0 <= day } ?? false
    }
    var table = PhaseTable.tables(of: known).first
    if let defined = table, let query = defined.query {
      table = try filled(defined, withEventsOf: query) { report in
        let recorded = try snapshot.recorded(report.since) ?? end
        return recorded < end || report.told.mention.published?.last.map { $0 <= day } ?? false
      }
    }
    guard let table, !table.phases.isEmpty else {
      throw QueryError(
        "nothing was known of the sequence “\(sequence)” by \(day)",
        hint: "annals phases \(sequence) shows when its statements were published")
    }
    return (table, known, known.contains { $0.recorded >= end })
  }
}

extension Change {
  /// The last day on which a source may have said it; nil when it does not say when.
  fileprivate var published: CivilDay? {
    switch self {
    case .sequenceDefined(let definition): definition.mention.published?.last
    case .phaseBegan(let boundary), .phaseEnded(let boundary): boundary.mention.published?.last
    case .durationStated(let stated): stated.mention.published?.last
    default: nil
    }
  }
}

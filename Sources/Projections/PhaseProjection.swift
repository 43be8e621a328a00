import EventLog
package import EventModel
import GRDB

/// What is said of sequences and their phases: definitions, boundaries and stated lengths, one row a
/// statement. A later statement of one source about the same thing ends the earlier one, until it is undone.
enum PhaseProjection: Projection {
  static let name = "phases"
  static let version = 4
  static let tables = ["sequence", "phase", "shift", "phase_undoing"]

  static let schema =
    sequences.schema + phases.schema + shifts.schema + undoings.schema

  static func apply(_ change: Change, of record: Record, by writer: TableWriter) throws {
    func say(
      _ sequence: String, _ phase: String, _ mention: Mention, _ act: RecordID? = nil
    ) throws {
      try phases.say(
        [sequence, phase, record.type.name, mention.source], act: act, at: record.position,
        by: writer)
    }
    switch change {
    case .sequenceDefined(let definition):
      try sequences.say(
        [definition.sequence, definition.mention.source], act: definition.act,
        at: record.position, by: writer)
    case .phaseBegan(let boundary), .phaseEnded(let boundary):
      try say(boundary.sequence, boundary.phase, boundary.mention, boundary.act)
    case .shiftDefined(let shift):
      try shifts.say(
        [shift.sequence, shift.after, shift.name, shift.mention.source], act: nil,
        at: record.position, by: writer)
    case .durationStated(let stated): try say(stated.sequence, stated.phase, stated.mention)
    case .actUndone(let undoing):
      try undoings.apply(undoing, to: [sequences, phases], at: record.position, by: writer)
    default: break
    }
  }

  private static let sequences = StatementTable("sequence", key: ["sequence", "source"])
  private static let phases = StatementTable(
    "phase", key: ["sequence", "phase", "kind", "source"])
  private static let shifts = StatementTable(
    "shift", key: ["sequence", "phase", "name", "source"])
  private static let undoings = UndoingTable("phase_undoing")
}

extension Snapshot {
  /// The record that says this of one source; nil when none does.
  package func statement(
    of sequence: String, _ phase: String, _ kind: ChangeKind, source: String
  ) throws -> Record? {
    try first(
      "phase", "sequence = ? AND phase = ? AND kind = ? AND source = ?",
      [sequence, phase, kind.rawValue, source])
  }

  /// The record that defines a sequence, of one source.
  package func definition(of sequence: String, source: String) throws -> Record? {
    try first("sequence", "sequence = ? AND source = ?", [sequence, source])
  }

  private func first(
    _ table: String, _ condition: String, _ arguments: [String]
  ) throws -> Record? {
    let held = held(table)
    return try Int64.fetchOne(
      database, sql: "SELECT record FROM \(table) WHERE \(condition) AND \(held.sql)",
      arguments: StatementArguments(arguments) + held.arguments
    ).flatMap { try log.record(at: $0) }
  }

  /// The records that say what would end a phase, in the order in which they were first said.
  package func shifts(of sequence: String, after phase: String) throws -> [Record] {
    let held = held("shift")
    return try Int64.fetchAll(
      database,
      sql: "SELECT record FROM shift WHERE sequence = ? AND phase = ? AND \(held.sql) ORDER BY 1",
      arguments: [sequence, phase] + held.arguments
    ).compactMap { try log.record(at: $0) }
  }

  /// Everything that is said of sequences, in the order of the log: definitions, beginnings, ends and
  /// stated lengths; of one sequence, or of all.
  package func statements(of sequence: String? = nil) throws -> [Record] {
    let positions = try Int64.fetchAll(
      database,
      sql: """
        SELECT record FROM sequence WHERE \(BitemporalTable.holds("sequence"))
        AND (:sequence IS NULL OR sequence = :sequence)
        UNION ALL SELECT record FROM phase WHERE \(BitemporalTable.holds("phase"))
        AND (:sequence IS NULL OR sequence = :sequence) ORDER BY 1
        """, arguments: ["position": position, "sequence": sequence])
    return try positions.compactMap { try log.record(at: $0) }
  }
}

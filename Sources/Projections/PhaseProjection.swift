import EventLog
package import EventModel
import GRDB

/// What is said of sequences and their phases: definitions, boundaries and stated lengths, one row a
/// statement. A later statement of one source about the same thing ends the earlier one.
enum PhaseProjection: Projection {
  static let name = "phases"
  static let version = 3
  static let tables = ["sequence", "phase"]

  static let schema = """
    CREATE TABLE sequence(
      row INTEGER PRIMARY KEY, sequence TEXT NOT NULL, source TEXT NOT NULL,
      since INTEGER NOT NULL, until INTEGER) STRICT;
    CREATE TABLE phase(
      row INTEGER PRIMARY KEY, sequence TEXT NOT NULL, phase TEXT NOT NULL, kind TEXT NOT NULL,
      source TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER) STRICT;
    CREATE INDEX phase_sequence ON phase(sequence, phase, kind);
    """

  static func apply(_ change: Change, of record: Record, by writer: TableWriter) throws {
    switch change {
    case .sequenceDefined(let definition):
      let key = [definition.sequence, definition.mention.source].map(SQLValue.text)
      try sequences.end(key, at: record.position, by: writer)
      try sequences.begin(key, at: record.position, by: writer)
    case .phaseBegan(let boundary), .phaseEnded(let boundary):
      try replace(boundary.sequence, boundary.phase, boundary.mention, record, by: writer)
    case .durationStated(let stated):
      try replace(stated.sequence, stated.phase, stated.mention, record, by: writer)
    default: break
    }
  }

  private static let sequences = BitemporalTable("sequence", key: ["sequence", "source"])
  private static let phases = BitemporalTable(
    "phase", key: ["sequence", "phase", "kind", "source"])

  private static func replace(
    _ sequence: String, _ phase: String, _ mention: Mention, _ record: Record,
    by writer: TableWriter
  ) throws {
    let key = [sequence, phase, record.type.name, mention.source].map(SQLValue.text)
    try phases.end(key, at: record.position, by: writer)
    try phases.begin(key, at: record.position, by: writer)
  }
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
      database, sql: "SELECT since FROM \(table) WHERE \(condition) AND \(held.sql)",
      arguments: StatementArguments(arguments) + held.arguments
    ).flatMap { try log.record(at: $0) }
  }

  /// Everything that is said of sequences, in the order of the log: definitions, beginnings, ends and
  /// stated lengths; of one sequence, or of all.
  package func statements(of sequence: String? = nil) throws -> [Record] {
    let positions = try Int64.fetchAll(
      database,
      sql: """
        SELECT since FROM sequence WHERE \(BitemporalTable.holds("sequence"))
        AND (:sequence IS NULL OR sequence = :sequence)
        UNION ALL SELECT since FROM phase WHERE \(BitemporalTable.holds("phase"))
        AND (:sequence IS NULL OR sequence = :sequence) ORDER BY 1
        """, arguments: ["position": position, "sequence": sequence])
    return try positions.compactMap { try log.record(at: $0) }
  }
}

public import EventModel
import Foundation
public import GRDB

/// What is said of sequences and their phases: definitions, boundaries and stated lengths, one row a
/// statement. A later statement of one source about the same thing ends the earlier one.
public enum PhaseProjection: Projection {
  public static let name = "phases"
  public static let version = 1
  public static let tables = ["sequence", "phase"]

  public static let schema = """
    CREATE TABLE sequence(
      row INTEGER PRIMARY KEY, sequence TEXT NOT NULL, source TEXT NOT NULL,
      since INTEGER NOT NULL, until INTEGER) STRICT;
    CREATE TABLE phase(
      row INTEGER PRIMARY KEY, sequence TEXT NOT NULL, phase TEXT NOT NULL, kind INTEGER NOT NULL,
      source TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER, known INTEGER) STRICT;
    CREATE INDEX phase_sequence ON phase(sequence, phase, kind);
    """

  public static func apply(_ record: Record, to database: Database) throws {
    let position = record.position
    switch record.change {
    case .sequenceDefined(let definition):
      try database.execute(
        sql: """
          UPDATE sequence SET until = ? WHERE sequence = ? AND source = ? AND until IS NULL
          """, arguments: [position, definition.sequence, definition.mention.source])
      try database.execute(
        sql: "INSERT INTO sequence(sequence, source, since) VALUES (?, ?, ?)",
        arguments: [definition.sequence, definition.mention.source, position])
    case .phaseBegan(let boundary), .phaseEnded(let boundary):
      try replace(
        boundary.sequence, boundary.phase, boundary.mention, record, in: database)
    case .durationStated(let stated):
      try replace(stated.sequence, stated.phase, stated.mention, record, in: database)
    default: break
    }
  }

  private static func replace(
    _ sequence: String, _ phase: String, _ mention: Mention, _ record: Record,
    in database: Database
  ) throws {
    let kind = record.change.kind.rawValue
    try database.execute(
      sql: """
        UPDATE phase SET until = ? WHERE sequence = ? AND phase = ? AND kind = ? AND source = ?
        AND until IS NULL
        """, arguments: [record.position, sequence, phase, kind, mention.source])
    try database.execute(
      sql: """
        INSERT INTO phase(sequence, phase, kind, source, since, known) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        sequence, phase, kind, mention.source, record.position, mention.published?.last?.number,
      ])
  }
}

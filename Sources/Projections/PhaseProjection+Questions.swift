public import EventLog
public import EventModel
import GRDB

extension PhaseProjection {
  /// The record that says this now, of one source; nil when none does.
  public static func statement(
    of sequence: String, _ phase: String, _ kind: ChangeKind, source: String,
    in transaction: Transaction
  ) throws -> Record? {
    let position = try Int64.fetchOne(
      transaction.database,
      sql: """
        SELECT since FROM phase WHERE sequence = ? AND phase = ? AND kind = ? AND source = ?
        AND until IS NULL
        """, arguments: [sequence, phase, kind.rawValue, source])
    return try position.flatMap { try Log(transaction).record(at: $0) }
  }

  /// All that is said of a sequence's phases now, in the order of the log.
  public static func current(_ sequence: String, in transaction: Transaction) throws -> [Record] {
    let positions = try Int64.fetchAll(
      transaction.database,
      sql: "SELECT since FROM phase WHERE sequence = ? AND until IS NULL ORDER BY since",
      arguments: [sequence])
    return try positions.compactMap { try Log(transaction).record(at: $0) }
  }

  /// The record that defines a sequence now, of one source.
  public static func definition(
    of sequence: String, source: String, in transaction: Transaction
  ) throws -> Record? {
    let position = try Int64.fetchOne(
      transaction.database, sql: "SELECT since FROM sequence WHERE sequence = ? AND until IS NULL",
      arguments: [sequence])
    return try position.flatMap { try Log(transaction).record(at: $0) }
  }
}

extension Snapshot {
  /// Everything that is said of sequences, in the order of the log: definitions, beginnings, ends and
  /// stated lengths; of one sequence, or of all.
  public func statements(of sequence: String? = nil) throws -> [Record] {
    let positions = try Int64.fetchAll(
      database,
      sql: """
        SELECT since FROM sequence WHERE \(holds("sequence"))
        AND (:sequence IS NULL OR sequence = :sequence)
        UNION ALL SELECT since FROM phase WHERE \(holds("phase"))
        AND (:sequence IS NULL OR sequence = :sequence) ORDER BY 1
        """, arguments: ["position": position, "sequence": sequence])
    return try positions.compactMap { try log.record(at: $0) }
  }
}

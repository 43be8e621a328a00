import GRDB

/// How far a projection has got.
public struct ProjectionState: Equatable, Sendable {
  public let name: String
  public let version: Int
  public let position: Int64
  /// Records that it could not digest.
  public let errors: Int
}

extension Snapshot {
  public func projections() throws -> [ProjectionState] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT name, version, position, (SELECT count(*) FROM projection_error AS e
        WHERE e.name = projection.name) FROM projection ORDER BY rowid
        """
    ).map { ProjectionState(name: $0[0], version: $0[1], position: $0[2], errors: $0[3]) }
  }
}

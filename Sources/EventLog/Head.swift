public import EventModel

/// The end of the log. An empty log ends at position 0.
public struct Head: Equatable, Sendable {
  public let position: Int64
  public let hash: Digest
  /// When the last record was recorded; nil when there is none.
  public let recorded: Instant?
}

/// The end of the log. An empty log ends at position 0.
public struct Head: Equatable, Sendable {
  public let position: Int64
  public let hash: Digest
  /// When the last record was recorded; nil when there is none.
  public let recorded: Instant?

  public init(position: Int64, hash: Digest, recorded: Instant?) {
    self.position = position
    self.hash = hash
    self.recorded = recorded
  }
}

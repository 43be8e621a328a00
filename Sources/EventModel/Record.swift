/// One immutable line of the log: a change, where it stands, and when the log learned of it.
///
/// Everything else that annals knows is a fold over records.
public struct Record: Equatable, Sendable {
  /// 1 for the first record, without gaps.
  public let position: Int64
  /// The same for the same fact, whenever and however often it is offered to the log.
  public let id: RecordID
  /// When the log learned it; never earlier than the record before.
  public let recorded: Instant
  public let change: Change
  /// SHA-256 over the record before and this one; see the log's hash chain.
  public let hash: Digest

  public init(position: Int64, id: RecordID, recorded: Instant, change: Change, hash: Digest) {
    self.position = position
    self.id = id
    self.recorded = recorded
    self.change = change
    self.hash = hash
  }
}

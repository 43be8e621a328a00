public import EventModel

/// A poll of a feed that has ended.
public struct Poll: Equatable, Sendable {
  public let at: Instant
  /// In words.
  public let outcome: String
  /// Of the body, decompressed.
  public let bytes: Int

  public init(at: Instant, outcome: String, bytes: Int) {
    self.at = at
    self.outcome = outcome
    self.bytes = bytes
  }
}

package import EventModel

/// A poll of a feed that has ended.
package struct Poll: Equatable, Sendable {
  package let at: Instant
  /// In words.
  package let outcome: String
  /// Of the body, decompressed.
  package let bytes: Int

  package init(at: Instant, outcome: String, bytes: Int) {
    self.at = at
    self.outcome = outcome
    self.bytes = bytes
  }
}

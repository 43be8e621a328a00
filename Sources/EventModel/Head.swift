/// The end of the log. An empty log ends at position 0.
package struct Head: Equatable, Sendable {
  package let position: Int64
  package let hash: Digest
  /// When the last record was recorded; nil when there is none.
  package let recorded: Instant?

  package init(position: Int64, hash: Digest, recorded: Instant?) {
    self.position = position
    self.hash = hash
    self.recorded = recorded
  }
}

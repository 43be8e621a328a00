public import Querying

/// A way to write an answer. One file a format.
public protocol Format: Sendable {
  /// The whole text, its last line ended.
  func text(_ answer: Answer) -> String
}
